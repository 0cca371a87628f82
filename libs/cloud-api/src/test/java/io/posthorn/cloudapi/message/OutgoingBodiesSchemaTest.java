package io.posthorn.cloudapi.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.testkit.MetaDocument;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every message that the client can build, judged by Meta's own document. Where the document is behind the API is said once, with
 * reasons, in the testkit's {@code MetaRepair}; there are no exceptions here.
 */
class OutgoingBodiesSchemaTest {
    private static final String SEND = "/{Version}/{Phone-Number-ID}/messages";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static MetaDocument meta;

    @BeforeAll
    static void read() {
        meta = MetaDocument.orSkip();
    }

    static Stream<String> samples() {
        return Samples.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isAMessageByMetasDocument(String name) throws IOException {
        assertThat(meta.faultsOfRequest("POST", SEND, body(name))).isEmpty();
    }

    /** The judge is awake: a property that nobody knows is found. */
    @ParameterizedTest
    @ValueSource(strings = {"text", "image by id", "location", "contacts", "reaction"})
    void wouldNotBeOneWithAnInventedField(String name) throws IOException {
        var damaged = (ObjectNode) body(name);
        damaged.put("invented", "field");

        assertThat(meta.faultsOfRequest("POST", SEND, damaged)).isNotEmpty();
    }

    /** As it travels: numbers have lost their Java types. */
    private static JsonNode body(String name) throws IOException {
        return JSON.readTree(Samples.all().get(name).toJson().toString());
    }
}
