package io.posthorn.simulator.limit;

import static io.posthorn.simulator.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.simulator.SimulatorClient;
import io.posthorn.simulator.TestWorld;
import io.posthorn.simulator.WebhookSink;
import io.posthorn.simulator.reference.Shows;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever Meta refuses can be had for one recipient, for one number, or for all. */
@QuarkusTest
class ChosenRefusalsIT {
    private static final String CHOSEN = "+15550002000";
    private static final String OTHER = "+15550002001";

    @TestHTTPResource
    URI base;

    private final WebhookSink sink = new WebhookSink();
    private TestWorld world;

    @BeforeEach
    void makeWorld() {
        world = new SimulatorClient(base).world("\"window\":\"off\"");
        world.subscribe(sink);
    }

    @AfterEach
    void close() {
        sink.close();
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                4, 80007, 130429, 131008, 131009, 131021, 131030, 131031, 131042, 131045, 131051, 131056, 131057,
                132001, 133010, 190, 368
            })
    @Shows({"I4.2", "I4.3", "I4.8", "F1.12", "F2.131031", "F2.368", "F2.131042", "F2.133010"})
    void refusesAtOnce(int code) {
        world.fault("\"kind\":\"error\",\"code\":%d,\"recipient\":\"%s\",\"count\":9".formatted(code, CHOSEN));
        assertThat(world.sendText(CHOSEN, "hi").errorCode()).isEqualTo(code);
        assertThat(world.sendText(OTHER, "hi").status()).isEqualTo(200);

        world.fault("\"kind\":\"error\",\"code\":%d,\"phoneNumberId\":\"%s\"".formatted(code, world.number()));
        assertThat(world.sendText(OTHER, "hi").errorCode()).isEqualTo(code);
        assertThat(world.captured("")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {130472, 131026, 131042, 131047, 131048, 131049, 131050, 131052, 131053, 132015, 137000, 131031, 368
            })
    @Shows({
        "I4.1",
        "I4.5",
        "I4.6",
        "I4.7",
        "I4.9",
        "I4.10",
        "F1.10",
        "F1.13",
        "B7.41",
        "B7.42",
        "F2.131052",
        "F2.131053",
        "F2.137000"
    })
    void refusesByWebhook(int code) {
        world.fault("\"kind\":\"fail-later\",\"code\":%d,\"recipient\":\"%s\"".formatted(code, CHOSEN));

        var failed = world.sent(CHOSEN, "hi");
        var fine = world.sent(OTHER, "hi");

        await().until(() -> sink.statusesOf(fine).contains("read"));
        await().until(() -> sink.statusesOf(failed).equals(List.of("failed")));
        var error = sink.statuses().stream()
                .filter(status -> status.path("id").asText().equals(failed))
                .findFirst()
                .orElseThrow()
                .path("errors")
                .path(0);
        assertThat(error.path("code").asInt()).isEqualTo(code);
        assertThat(error.path("title").asText())
                .isNotBlank()
                .isEqualTo(error.path("message").asText());
    }
}
