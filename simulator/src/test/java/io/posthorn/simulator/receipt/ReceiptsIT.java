package io.posthorn.simulator.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.SimulatorClient;
import io.posthorn.simulator.SimulatorClient.Answer;
import io.posthorn.simulator.TestWorld;
import io.posthorn.simulator.reference.Shows;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReceiptsIT {
    private static final String CUSTOMER = "15550002000";

    @TestHTTPResource
    URI base;

    private TestWorld world;

    @BeforeEach
    void makeWorld() {
        world = new SimulatorClient(base).world("\"window\":\"off\"");
        world.clock("\"frozen\":true");
    }

    @Test
    @Shows({"A8.1", "A8.2", "A8.5"})
    void showsThatAnAnswerIsBeingTyped() {
        var wamid = world.customerWrites(CUSTOMER, "hello");

        assertThat(read(wamid, ",\"typing_indicator\":{\"type\":\"text\"}").text())
                .isEqualTo("{\"success\":true}");
        assertThat(typing().path(0).path("customer").asText()).isEqualTo(CUSTOMER);

        world.sent("+" + CUSTOMER, "the answer");
        assertThat(typing()).isEmpty();

        read(wamid, ",\"typing_indicator\":{\"type\":\"text\"}");
        world.clock("\"advanceSeconds\":24");
        assertThat(typing()).hasSize(1);
        world.clock("\"advanceSeconds\":1");
        assertThat(typing()).isEmpty();
    }

    @Test
    @Shows({"A8.4", "A8.6"})
    void comesTooLateAfterAMonth() {
        var wamid = world.customerWrites(CUSTOMER, "hello");

        world.clock("\"advanceSeconds\":%d".formatted(30 * 24 * 3600 - 1));
        assertThat(read(wamid, "").status()).isEqualTo(200);
        world.clock("\"advanceSeconds\":2");
        assertThat(read(wamid, "").errorCode()).isEqualTo(131009);
        assertThat(read("wamid.unknown", "").errorCode()).isEqualTo(131009);
    }

    @Test
    @Shows("A8.2")
    void knowsNoOtherIndicator() {
        var wamid = world.customerWrites(CUSTOMER, "hello");

        assertThat(read(wamid, ",\"typing_indicator\":{\"type\":\"audio\"}").errorCode())
                .isEqualTo(100);
        assertThat(typing()).isEmpty();
    }

    private Answer read(String wamid, String extras) {
        return world.post("""
                {"messaging_product":"whatsapp","status":"read","message_id":"%s"%s}""".formatted(wamid, extras));
    }

    private JsonNode typing() {
        return world.simulator()
                .control("GET", "/_sim/typing?world=" + world.id(), null)
                .json();
    }
}
