package io.posthorn.cloudapi.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.posthorn.testkit.MetaDocument;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every message that the client can build, judged by Meta's own document. */
class OutgoingBodiesSchemaTest {
    private static final String SEND = "/{Version}/{Phone-Number-ID}/messages";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Where the document is behind the API, besides what is repaired for all: by sample, with the reason. */
    private static final Map<String, String> DOCUMENT_IS_BEHIND = Map.of();

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
        var faults = meta.faultsOfRequest("POST", SEND, body(name));

        if (DOCUMENT_IS_BEHIND.containsKey(name)) {
            assertThat(faults)
                    .as("The document has caught up with: " + DOCUMENT_IS_BEHIND.get(name))
                    .isNotEmpty();
        } else {
            assertThat(faults).isEmpty();
        }
    }

    /** As it travels: numbers have lost their Java types. */
    private static JsonNode body(String name) throws IOException {
        return JSON.readTree(Samples.all().get(name).toJson().toString());
    }
}
