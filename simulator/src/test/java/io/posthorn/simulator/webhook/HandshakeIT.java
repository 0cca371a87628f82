package io.posthorn.simulator.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.simulator.SimulatorClient;
import io.posthorn.simulator.SimulatorClient.Answer;
import io.posthorn.simulator.TestWorld;
import io.posthorn.simulator.WebhookSink;
import io.posthorn.simulator.reference.Shows;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HandshakeIT {
    @TestHTTPResource
    URI base;

    private final WebhookSink sink = new WebhookSink();
    private TestWorld world;

    @BeforeEach
    void makeWorld() {
        world = new SimulatorClient(base).world();
        world.subscribe("{}");
    }

    @AfterEach
    void close() {
        sink.close();
    }

    @Test
    @Shows({"B1.1", "B1.2", "B11.1", "I7.1"})
    void asksWithDotsInTheNames() {
        var answer = world.override(sink.url(), sink.verifyToken());

        assertThat(answer.json().path("success").asBoolean()).isTrue();
        assertThat(sink.handshakes()).hasSize(1);
        assertThat(sink.handshakes().getFirst())
                .matches("hub\\.mode=subscribe&hub\\.challenge=\\d+&hub\\.verify_token=word\\+%26\\+more");
    }

    @Test
    @Shows({"B1.3", "B11.9"})
    void takesNothingButTheChallengeItself() {
        var wrongToken = world.override(sink.url(), "wrong");
        sink.quoteChallenges();
        var quoted = world.override(sink.url(), sink.verifyToken());

        assertThat(wrongToken.errorCode()).isEqualTo(2200);
        assertThat(quoted.errorCode()).isEqualTo(2200);
        assertThat(world.get(world.account() + "/subscribed_apps")
                        .json()
                        .path("data")
                        .path(0)
                        .has("override_callback_uri"))
                .isFalse();
    }

    @Test
    @Shows("B1.4")
    void asksAgainWheneverUrlOrTokenChange() {
        var first = callApp(sink.url(), sink.verifyToken());
        var same = callApp(sink.url(), sink.verifyToken());
        var moved = callApp(sink.url() + "/other", sink.verifyToken());
        var otherToken = callApp(sink.url() + "/other", "wrong");

        assertThat(first.status()).isEqualTo(200);
        assertThat(same.status()).isEqualTo(200);
        assertThat(moved.status()).isEqualTo(200);
        assertThat(otherToken.json().path("code").asText()).isEqualTo("handshake_failed");
        assertThat(sink.handshakes()).hasSize(3);
    }

    @Test
    @Shows("B1.5")
    void asksTheAddressOfANumberToo() {
        var refused = callNumber("wrong");
        var taken = callNumber(sink.verifyToken());

        assertThat(refused.errorCode()).isEqualTo(2200);
        assertThat(taken.json().path("success").asBoolean()).isTrue();
        assertThat(sink.handshakes()).hasSize(2);
    }

    private Answer callApp(String url, String verifyToken) {
        return world.change("{\"webhookUrl\":\"%s\",\"verifyToken\":\"%s\"}".formatted(url, verifyToken));
    }

    private Answer callNumber(String verifyToken) {
        return world.simulator()
                .graph("POST", "/v25.0/" + world.number(), world.token(), """
                {"webhook_configuration":{"override_callback_uri":"%s","verify_token":"%s"}}""".formatted(sink.url(), verifyToken));
    }
}
