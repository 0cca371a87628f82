package io.posthorn.simulator.inbound;

import static io.posthorn.simulator.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.simulator.SimulatorClient;
import io.posthorn.simulator.SimulatorClient.Answer;
import io.posthorn.simulator.TestWorld;
import io.posthorn.simulator.WebhookSink;
import io.posthorn.simulator.reference.Shows;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PreferencesIT {
    private static final String CUSTOMER = "15550002000";
    private static final String FIELD = "user_preferences";

    @TestHTTPResource
    URI base;

    private final WebhookSink sink = new WebhookSink();
    private TestWorld world;

    @BeforeEach
    void makeWorld() {
        world = new SimulatorClient(base).world("\"templates\":{\"reviewMillis\":10}");
        world.listen(sink);
    }

    @AfterEach
    void close() {
        sink.close();
    }

    @Test
    @Shows({"B10.1", "B10.2", "B10.3", "B10.4", "B4.7"})
    void tellsWhatTheCustomerWants() {
        choose("\"value\":\"stop\"");
        choose("\"value\":\"resume\"");
        choose("\"value\":\"signup\",\"signupId\":\"s1\"");

        await().until(() -> sink.changes(FIELD).size() == 3);
        var told = sink.changes(FIELD).stream()
                .map(value -> value.path(FIELD).path(0))
                .toList();
        assertThat(told).allSatisfy(preference -> {
            assertThat(preference.path("wa_id").asText()).isEqualTo(CUSTOMER);
            assertThat(preference.path("user_id").asText()).startsWith("US.");
            assertThat(preference.path("category").asText()).isEqualTo("marketing_messages");
            assertThat(preference.path("timestamp").isIntegralNumber()).isTrue();
            assertThat(preference.path("detail").asText()).isNotEmpty();
        });
        assertThat(told.stream()
                        .map(preference -> preference.path("value").asText()
                                + preference.path("signup_id").asText()))
                .containsExactlyInAnyOrder("stop", "resume", "signups1");
    }

    @Test
    @Shows({"B10.5", "B10.6", "F2.131050"})
    void failsMarketingUntilItIsWantedAgain() {
        world.approved("""
                {"name":"sale","language":"en","category":"MARKETING","components":[{"type":"BODY","text":"Everything must go"}]}""");
        choose("\"value\":\"stop\"");

        var unwanted = send();
        await().until(() -> sink.statusesOf(unwanted).equals(List.of("failed")));
        choose("\"value\":\"resume\"");
        var wanted = send();

        await().until(() -> sink.statusesOf(wanted).contains("delivered"));
        assertThat(sink.statuses()
                        .getFirst()
                        .path("errors")
                        .path(0)
                        .path("code")
                        .asInt())
                .isEqualTo(131050);
    }

    @Test
    void refusesOtherChoices() {
        assertThat(choose("\"value\":\"maybe\"").status()).isEqualTo(422);
        assertThat(choose("\"value\":\"stop\",\"signupId\":\"s1\"").status()).isEqualTo(422);
        assertThat(world.customer(CUSTOMER).path("marketingStopped").asBoolean())
                .isFalse();
        assertThat(sink.received()).isEmpty();
    }

    private Answer choose(String choice) {
        return world.simulator()
                .control(
                        "POST",
                        "/_sim/customers/" + CUSTOMER + "/preferences",
                        "{\"phoneNumberId\":\"%s\",%s}".formatted(world.number(), choice));
    }

    private String send() {
        return world.sendTemplate("+" + CUSTOMER, "{\"name\":\"sale\",\"language\":{\"code\":\"en\"}}")
                .json()
                .path("messages")
                .path(0)
                .path("id")
                .asText();
    }
}
