package io.posthorn.simulator.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.simulator.SimulatorClient;
import io.posthorn.simulator.TestWorld;
import io.posthorn.simulator.reference.Shows;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class RatesIT {
    private static final String TO = "+15550002000";

    @TestHTTPResource
    URI base;

    private TestWorld world;

    @BeforeEach
    void makeWorld() {
        world = new SimulatorClient(base).world("\"window\":\"off\"");
        world.clock("\"frozen\":true");
    }

    @ParameterizedTest
    @CsvSource({
        "80, '\"throughput\":\"STANDARD\"'",
        "1000, '\"throughput\":\"HIGH\"'",
        "20, '\"sharedWithBusinessApp\":true'"
    })
    @Shows({"E1.1", "E1.2", "E1.3", "I4.3", "F2.130429"})
    void keepsTheThroughputOfItsLevel(int perSecond, String traits) {
        world.change("{\"limits\":{\"throughput\":true}}");
        number("{" + traits + "}");

        assertThat(accepted(perSecond + 1)).isEqualTo(perSecond);
        assertThat(world.sendText(TO, "one more").errorCode()).isEqualTo(130429);

        world.clock("\"advanceSeconds\":1");
        assertThat(accepted(perSecond + 1)).isEqualTo(perSecond);
    }

    @Test
    @Shows("E1.4")
    void countsWhatCustomersWriteAsWell() {
        world.change("{\"limits\":{\"throughput\":true}}");
        IntStream.range(0, 30).forEach(index -> world.customerWrites("15550002000", "hi"));

        assertThat(accepted(81)).isEqualTo(50);
    }

    @Test
    void leavesOtherNumbersAlone() {
        world.change("{\"limits\":{\"throughput\":true}}");
        accepted(81);
        var other = world.simulator()
                .control("POST", "/_sim/worlds/" + world.id() + "/numbers", "{}")
                .json()
                .path("id")
                .asText();

        var answer = world.simulator().graph("POST", "/v25.0/" + other + "/messages", world.token(), """
                {"messaging_product":"whatsapp","to":"%s","text":{"body":"hi"}}""".formatted(TO));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(world.captured("&phoneNumberId=" + other)).hasSize(1);
    }

    @Test
    @Shows({"E2.1", "E2.2", "E2.3", "I4.2", "F2.131056"})
    void keepsThePairRate() {
        world.change("{\"limits\":{\"pairRate\":true}}");

        assertThat(accepted(46)).isEqualTo(45);
        assertThat(world.sendText(TO, "too much").errorCode()).isEqualTo(131056);
        assertThat(world.sendText("+15550002001", "hi").status()).isEqualTo(200);

        world.clock("\"advanceSeconds\":260");
        assertThat(world.sendText(TO, "still borrowed").errorCode()).isEqualTo(131056);
        world.clock("\"advanceSeconds\":10");
        assertThat(world.sendText(TO, "paid back").status()).isEqualTo(200);
    }

    @Test
    @Shows("E2.1")
    void letsOneThroughInSixSecondsWhenPaced() {
        world.change("{\"limits\":{\"pairRate\":true}}");

        for (var index = 0; index < 60; index++) {
            assertThat(world.sendText(TO, "hi").status()).isEqualTo(200);
            world.clock("\"advanceSeconds\":6");
        }
    }

    @Test
    void holdsNoLimitUnlessAskedFor() {
        assertThat(accepted(100)).isEqualTo(100);
    }

    private long accepted(int sends) {
        return IntStream.range(0, sends)
                .filter(index -> world.sendText(TO, "hi").status() == 200)
                .count();
    }

    private void number(String traits) {
        world.simulator().control("PATCH", "/_sim/worlds/%s/numbers/%s".formatted(world.id(), world.number()), traits);
    }
}
