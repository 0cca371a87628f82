package io.posthorn.simulator.media;

import static io.posthorn.simulator.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.SimulatorClient;
import io.posthorn.simulator.TestWorld;
import io.posthorn.simulator.WebhookSink;
import io.posthorn.simulator.reference.Shows;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReceivedMediaIT {
    private static final String CUSTOMER = "15550002000";
    private static final byte[] FILE = "a drawing of a machine".getBytes();

    @TestHTTPResource
    URI base;

    private final WebhookSink sink = new WebhookSink();
    private TestWorld world;

    @BeforeEach
    void makeWorld() {
        world = new SimulatorClient(base).world();
        world.listen(sink);
    }

    @AfterEach
    void close() {
        sink.close();
    }

    @Test
    @Shows({"D2.3", "D4.6"})
    void isOfAnyTypeWithItsDigestInBothForms() {
        var document = received();

        var media = world.get(document.path("id").asText()).json();

        assertThat(document.path("mime_type").asText()).isEqualTo("application/x-cad");
        assertThat(media.path("mime_type").asText()).isEqualTo("application/x-cad");
        assertThat(Base64.getDecoder().decode(document.path("sha256").asText()))
                .asHexString()
                .isEqualToIgnoringCase(media.path("sha256").asText());
    }

    @Test
    @Shows({"D2.8", "I6.1"})
    void livesForSevenDays() {
        var id = received().path("id").asText();

        world.clock("\"advanceSeconds\":604740");
        assertThat(world.get(id).status()).isEqualTo(200);
        world.clock("\"advanceSeconds\":61");

        assertThat(world.get(id).errorCode()).isEqualTo(100);
    }

    @Test
    @Shows({"D3.2", "F1.13"})
    void ofTheBusinessCanFailLater() {
        world.customerWrites(CUSTOMER, "hello");
        world.fault("\"kind\":\"fail-later\",\"code\":131053");

        var answer = world.post("""
                {"messaging_product":"whatsapp","to":"+15550002000","type":"image","image":{"id":"%s"}}""".formatted(world.picture()));

        assertThat(answer.status()).isEqualTo(200);
        await().until(() -> sink.received().stream()
                .anyMatch(each ->
                        each.text().contains("\"failed\"") && each.text().contains("131053")));
    }

    private JsonNode received() {
        var body = """
                {"phoneNumberId":"%s","type":"document","document":{"data":"%s","mime_type":"application/x-cad","filename":"m.cad"}}""".formatted(world.number(), Base64.getEncoder().encodeToString(FILE));
        var answer = world.simulator().control("POST", "/_sim/customers/" + CUSTOMER + "/messages", body);
        assertThat(answer.status()).isEqualTo(201);
        await().until(() -> sink.messages().size() == 1);
        return sink.messages().getFirst().path("document");
    }
}
