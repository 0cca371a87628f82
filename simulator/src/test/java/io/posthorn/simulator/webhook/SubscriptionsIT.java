package io.posthorn.simulator.webhook;

import static io.posthorn.simulator.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
class SubscriptionsIT {
    private static final String CUSTOMER = "15550002000";

    @TestHTTPResource
    URI base;

    private final WebhookSink sink = new WebhookSink();
    private final WebhookSink other = new WebhookSink();
    private TestWorld world;

    @BeforeEach
    void makeWorld() {
        world = new SimulatorClient(base).world();
        world.listen(sink);
    }

    @AfterEach
    void close() {
        sink.close();
        other.close();
    }

    @Test
    @Shows({"B2.7", "B3.10", "B5.29"})
    void tellsEverySubscribedAppWithItsOwnSignature() {
        var app = app();
        assertThat(listen(app, "[\"messages\"]").status()).isEqualTo(200);
        subscribe(app);

        world.customerWrites(CUSTOMER, "hi");

        await().until(() -> sink.messages().size() == 1 && other.messages().size() == 1);
        assertThat(sink.received().getFirst().isSignedWith(world.secret())).isTrue();
        assertThat(other.received().getFirst().isSignedWith(app.path("secret").asText()))
                .isTrue();
    }

    @Test
    @Shows({"B5.29", "B5.31", "I7.6"})
    void tellsAnAppTheFieldsThatItChose() {
        var token = world.view().path("appId").asText() + "|" + world.secret();
        subscribeFields(world.view().path("appId").asText(), token, sink, "\"security,account_update\"");

        world.customerWrites(CUSTOMER, "not for this app");
        world.notice("\"field\":\"security\"");

        await().until(() -> sink.changes("security").size() == 1);
        assertThat(sink.messages()).isEmpty();
    }

    @Test
    @Shows("B5.29")
    void choosesFieldsWithTheAppsTokenOnly() {
        var app = world.view().path("appId").asText();
        var appToken = app + "|" + world.secret();

        var withUsersToken = subscribeFields(app, world.token(), sink, "\"messages\"");
        var unknown = subscribeFields(app, appToken, sink, "\"gossip\"");
        var unproven = world.simulator()
                .graph(
                        "POST",
                        "/v25.0/" + app + "/subscriptions",
                        appToken,
                        "{\"object\":\"whatsapp_business_account\",\"callback_url\":\"%s\",\"verify_token\":\"wrong\",\"fields\":\"messages\"}"
                                .formatted(sink.url()));

        assertThat(withUsersToken.errorCode()).isEqualTo(15);
        assertThat(unknown.errorCode()).isEqualTo(100);
        assertThat(unproven.errorCode()).isEqualTo(2200);
    }

    @Test
    @Shows({"B11.2", "B11.4", "B11.5", "B11.9", "B11.10"})
    void prefersTheNumbersOwnAddress() {
        var override = new WebhookSink();
        try (override) {
            world.override(other.url(), other.verifyToken());
            numberCalls(override.url(), override.verifyToken());
            var configuration = world.get(world.number() + "?fields=webhook_configuration")
                    .json()
                    .path("webhook_configuration");

            world.customerWrites(CUSTOMER, "to the number's");
            await().until(() -> override.messages().size() == 1);
            numberCalls("", "");
            world.customerWrites(CUSTOMER, "to the account's");
            await().until(() -> other.messages().size() == 1);

            assertThat(override.messages()).hasSize(1);
            assertThat(sink.messages()).isEmpty();
            assertThat(configuration.path("phone_number").asText()).isEqualTo(override.url());
            assertThat(configuration.path("whatsapp_business_account").asText()).isEqualTo(other.url());
            assertThat(configuration.path("application").asText()).isEqualTo(sink.url());
        }
    }

    @Test
    @Shows({"B11.7", "B11.8"})
    void overridesFurtherFieldsInTheNewGenerationOnly() {
        world.override(other.url(), other.verifyToken());

        world.notice("\"field\":\"user_preferences\"");
        world.notice("\"field\":\"account_review_update\"");
        await().until(() -> other.changes("user_preferences").size() == 1);
        await().until(() -> sink.changes("account_review_update").size() == 1);
        world.change("{\"webhooks\":{\"form\":\"2025\"}}");
        world.notice("\"field\":\"user_preferences\"");

        await().until(() -> sink.changes("user_preferences").size() == 1);
    }

    @Test
    @Shows({"B4.2", "B5.30"})
    void tellsOfTheAccountThatTheNumberBelongsTo() {
        var account = world.simulator()
                .control("POST", "/_sim/worlds/" + world.id() + "/accounts", "{\"name\":\"Second\"}")
                .json()
                .path("id")
                .asText();
        var number = world.simulator()
                .control("POST", "/_sim/worlds/" + world.id() + "/numbers", "{\"wabaId\":\"%s\"}".formatted(account))
                .json();
        var write = "{\"phoneNumberId\":\"%s\",\"text\":\"hi\"}"
                .formatted(number.path("id").asText());

        world.simulator().control("POST", "/_sim/customers/15550002000/messages", write);
        await().until(() -> world.deliveries().findValuesAsText("state").contains("no-target"));
        world.simulator().graph("POST", "/v25.0/" + account + "/subscribed_apps", world.token(), "{}");
        world.simulator().control("POST", "/_sim/customers/15550002000/messages", write);

        await().until(() -> sink.messages().size() == 1);
        assertThat(sink.received().getFirst().text()).contains("\"id\":\"" + account + "\"");
        assertThat(sink.values().findFirst().orElseThrow().path("metadata").path("phone_number_id"))
                .isEqualTo(number.path("id"));
    }

    private JsonNode app() {
        return world.simulator()
                .control("POST", "/_sim/worlds/" + world.id() + "/apps", "{\"name\":\"Second\"}")
                .json();
    }

    private Answer listen(JsonNode app, String fields) {
        var token = app.path("id").asText() + "|" + app.path("secret").asText();
        return subscribeFields(app.path("id").asText(), token, other, fields);
    }

    private Answer subscribeFields(String app, String token, WebhookSink callback, String fields) {
        return world.simulator().graph("POST", "/v25.0/" + app + "/subscriptions", token, """
                {"object":"whatsapp_business_account","callback_url":"%s","verify_token":"%s","fields":%s}""".formatted(
                        callback.url(), callback.verifyToken(), fields));
    }

    private void subscribe(JsonNode app) {
        var token = world.simulator()
                .control(
                        "POST",
                        "/_sim/worlds/" + world.id() + "/tokens",
                        "{\"appId\":\"%s\"}".formatted(app.path("id").asText()))
                .json()
                .path("value")
                .asText();
        world.simulator().graph("POST", "/v25.0/" + world.account() + "/subscribed_apps", token, "{}");
    }

    private void numberCalls(String url, String verifyToken) {
        world.simulator().graph("POST", "/v25.0/" + world.number(), world.token(), """
                {"webhook_configuration":{"override_callback_uri":"%s","verify_token":"%s"}}""".formatted(url, verifyToken));
    }
}
