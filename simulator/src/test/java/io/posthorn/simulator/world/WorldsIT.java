package io.posthorn.simulator.world;

import static io.posthorn.simulator.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.simulator.SimulatorClient;
import io.posthorn.simulator.TestWorld;
import io.posthorn.simulator.WebhookSink;
import io.posthorn.simulator.reference.Shows;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class WorldsIT {
    @TestHTTPResource
    URI base;

    private SimulatorClient simulator;

    @BeforeEach
    void connect() {
        simulator = new SimulatorClient(base);
    }

    @Test
    void offersTheDocumentedDefaultWorld() {
        var world = simulator.control("GET", "/_sim/worlds/default", null).json();

        assertThat(world.path("appId").asText()).isEqualTo("500000000000001");
        assertThat(world.path("appSecret").asText()).isEqualTo("sim-app-secret");
        assertThat(world.path("wabaId").asText()).isEqualTo("300000000000001");
        assertThat(world.path("phoneNumberId").asText()).isEqualTo("400000000000001");
        assertThat(world.path("displayPhoneNumber").asText()).isEqualTo("+1 555 000 1000");
        assertThat(world.path("accessToken").asText()).isEqualTo("sim-token");
    }

    @Test
    void keepsWorldsApart() {
        var one = simulator.world();
        var other = simulator.world();
        try (var sinkOfOne = new WebhookSink();
                var sinkOfOther = new WebhookSink()) {
            one.subscribe(sinkOfOne);
            other.subscribe(sinkOfOther);

            one.customerWrites("15550002000", "to one");
            var wamid = one.sent("+15550002000", "from one");

            await().until(() -> sinkOfOne.statusesOf(wamid).contains("read"));
            assertThat(sinkOfOne.received()).allMatch(each -> each.isSignedWith(one.secret()));
            assertThat(sinkOfOther.received()).isEmpty();
            assertThat(other.captured("")).isEmpty();
            assertThat(sendWith(other.token(), one)).isEqualTo(100);
        }
    }

    @Test
    @Shows("I4.12")
    void keepsClocksApart() {
        var one = simulator.world();
        var other = simulator.world();

        one.clock("\"advanceSeconds\":90000");

        assertThat(now(one)).isGreaterThan(now(other).substring(0, 10));
        assertThat(now(one).substring(0, 10)).isNotEqualTo(now(other).substring(0, 10));
    }

    @Test
    void forgetsADeletedWorld() {
        var world = simulator.world();

        var deleted = simulator.control("DELETE", "/_sim/worlds/" + world.id(), null);

        assertThat(deleted.status()).isEqualTo(204);
        assertThat(world.sendText("+15550002000", "hi").errorCode()).isEqualTo(190);
        assertThat(simulator.control("GET", "/_sim/worlds/" + world.id(), null).status())
                .isEqualTo(404);
    }

    @Test
    void resetsTheDefaultWorldWithoutRepeatingIds() {
        var before = sentByDefaultWorld();

        simulator.control("POST", "/_sim/reset", null);

        assertThat(simulator.control("GET", "/_sim/messages", null).json()).isEmpty();
        assertThat(sentByDefaultWorld()).isNotEqualTo(before);
    }

    @Test
    @Shows({"B1.4"})
    void makesTheDefaultCallbackProveItselfWhenAVerifyTokenIsGiven() {
        try (var sink = new WebhookSink()) {
            var good = """
                    {"webhookUrl":"%s","verifyToken":"%s"}""".formatted(sink.url(), sink.verifyToken());
            var bad = """
                    {"webhookUrl":"%s","verifyToken":"wrong"}""".formatted(sink.url());

            assertThat(simulator.control("POST", "/_sim/worlds", good).status()).isEqualTo(201);
            var refusal = simulator.control("POST", "/_sim/worlds", bad);
            assertThat(refusal.status()).isEqualTo(422);
            assertThat(refusal.json().path("code").asText()).isEqualTo("handshake_failed");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            POST  | /_sim/worlds         | {                                   | 400 | malformed_request
            POST  | /_sim/worlds         | []                                  | 400 | malformed_request
            POST  | /_sim/worlds         | {"webhokUrl":"x"}                   | 400 | malformed_request
            POST  | /_sim/worlds         | {"seed":"x"}                        | 400 | malformed_request
            POST  | /_sim/worlds         | {"webhooks":{"batchSize":1001}}     | 422 | invalid_value
            POST  | /_sim/worlds         | {"webhooks":null}                   | 422 | invalid_value
            POST  | /_sim/worlds         | {"window":"ajar"}                   | 400 | malformed_request
            PATCH | /_sim/worlds/nowhere | {}                                  | 404 | not_found
            DELETE| /_sim/worlds/default | {}                                  | 422 | default_world
            POST  | /_sim/clock          | {"advanceSeconds":-1}               | 422 | invalid_value
            POST  | /_sim/clock          | {"set":"tomorrow"}                  | 422 | invalid_value
            POST  | /_sim/clock          | {"world":"nowhere"}                 | 404 | not_found
            POST  | /_sim/faults         | {"kind":"earthquake"}               | 400 | malformed_request
            POST  | /_sim/faults         | {"kind":"delay"}                    | 422 | invalid_value
            POST  | /_sim/faults         | {"kind":"error","phoneNumberId":"1","code":2} | 404 | not_found
            POST  | /_sim/webhooks/d/replay | {}                               | 404 | not_found
            GET   | /_sim/messages?limit=many | {}                             | 400 | malformed_request
            GET   | /_sim/nothing        | {}                                  | 404 | not_found
            """)
    void answersProblems(String method, String path, String body, int status, String code) {
        var answer = simulator.control(method, path, body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.json().path("code").asText()).isEqualTo(code);
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
    }

    private int sendWith(String token, TestWorld world) {
        return simulator
                .graph("POST", "/v25.0/" + world.number() + "/messages", token, "{}")
                .errorCode();
    }

    private String sentByDefaultWorld() {
        return simulator
                .graph("POST", "/400000000000001/messages", "sim-token", """
                {"messaging_product":"whatsapp","to":"+15550002000","text":{"body":"hi"}}""")
                .json()
                .path("messages")
                .path(0)
                .path("id")
                .asText();
    }

    private String now(TestWorld world) {
        return simulator
                .control("GET", "/_sim/clock?world=" + world.id(), null)
                .json()
                .path(world.id())
                .asText();
    }
}
