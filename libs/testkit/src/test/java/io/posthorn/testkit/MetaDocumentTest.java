package io.posthorn.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MetaDocumentTest {
    private static final String SEND = "/{Version}/{Phone-Number-ID}/messages";

    private static MetaDocument meta;

    @BeforeAll
    static void read() {
        meta = MetaDocument.orSkip();
    }

    @Test
    void findsNothingWrongWithATextMessage() throws IOException {
        assertThat(meta.faultsOfRequest("POST", SEND, json("""
                {"messaging_product":"whatsapp","to":"+15550002000","type":"text","text":{"body":"Hello"}}"""))).isEmpty();
    }

    @Test
    void namesAFieldThatIsNotThere() throws IOException {
        assertThat(meta.faultsOfRequest("POST", SEND, json("""
                {"messaging_product":"whatsapp","to":"+15550002000","type":"text","text":{"body":"Hello","markup":"bold"}}""")))
                .first()
                .asString()
                .contains("'markup'");
    }

    @Test
    void judgesAnswers() throws IOException {
        assertThat(meta.faultsOfAnswer("POST", SEND, 200, json("""
                {"messaging_product":"whatsapp","contacts":[{"input":"1","wa_id":"1"}],"messages":[{"id":"wamid.A"}]}"""))).isEmpty();
        assertThat(meta.faultsOfAnswer("POST", SEND, 200, json("""
                {"messaging_product":"whatsapp","contacts":[{"input":1}]}"""))).hasSize(1);
    }

    @Test
    void listsTheExamples() {
        assertThat(meta.examples()).hasSizeGreaterThan(100).allSatisfy(example -> assertThat(
                        example.body().isMissingNode())
                .isFalse());
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }
}
