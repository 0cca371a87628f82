package io.posthorn.simulator.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.SimulatorClient;
import io.posthorn.simulator.TestWorld;
import io.posthorn.simulator.WebhookSink;
import io.posthorn.simulator.reference.Shows;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class AccountIT {
    @TestHTTPResource
    URI base;

    private final WebhookSink sink = new WebhookSink();
    private TestWorld world;

    @BeforeEach
    void makeWorld() {
        world = new SimulatorClient(base).world();
    }

    @AfterEach
    void close() {
        sink.close();
    }

    @Test
    void readsANumber() {
        var number = get(world.number() + "?fields=display_phone_number,throughput,quality_rating");

        assertThat(number.path("display_phone_number").asText())
                .isEqualTo(world.view().path("displayPhoneNumber").asText());
        assertThat(number.path("throughput").path("level").asText()).isEqualTo("STANDARD");
        assertThat(number.path("id").asText()).isEqualTo(world.number());
        assertThat(number.has("verified_name")).isFalse();
    }

    @Test
    @Shows("G5.1")
    void readsTheAccountAndItsNumbers() {
        var account = get(world.account() + "?fields=currency,account_review_status");
        var numbers = get(world.account() + "/phone_numbers");

        assertThat(account.path("currency").asText()).isEqualTo("USD");
        assertThat(account.path("id").asText()).isEqualTo(world.account());
        assertThat(numbers.path("data").path(0).path("id").asText()).isEqualTo(world.number());
    }

    @Test
    void refusesFieldsThatDoNotExist() {
        assertThat(get(world.number() + "?fields=id,shoe_size")
                        .path("error")
                        .path("code")
                        .asInt())
                .isEqualTo(100);
    }

    @Test
    @Shows({"B11.1", "B11.9", "G5.3", "G5.4", "B1.1", "B1.2", "B1.5", "I7.1"})
    void subscribesWithAnOverrideOnceItProvedItself() {
        var answer = world.subscribe(sink);

        assertThat(answer.json().path("success").asBoolean()).isTrue();
        assertThat(subscriptions().path(0).path("override_callback_uri").asText())
                .isEqualTo(sink.url());
        assertThat(get(world.number() + "?fields=webhook_configuration")
                        .path("webhook_configuration")
                        .path("whatsapp_business_account")
                        .asText())
                .isEqualTo(sink.url());
    }

    @Test
    void refusesAnOverrideWithoutASubscription() {
        var answer = world.override(sink.url(), sink.verifyToken());

        assertThat(answer.errorCode()).isEqualTo(100);
        assertThat(subscriptions()).isEmpty();
    }

    @Test
    @Shows({"B1.3"})
    void keepsTheOldSubscriptionWhenTheHandshakeIsRefused() {
        world.subscribe("{}");

        var answer = world.override(sink.url(), "wrong");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo(2200);
        assertThat(answer.json().path("error").path("message").asText()).contains("HTTP Status Code = 403");
        assertThat(subscriptions().path(0).has("override_callback_uri")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"http://127.0.0.1:1/nobody, 2200", "ftp://x/y, 2200", "not a url, 2200", "http://h/LONG, 100"})
    @Shows("B11.3")
    void refusesAddressesThatCannotProveThemselves(String url, int code) {
        world.subscribe("{}");

        var answer = world.override(url.replace("LONG", "x".repeat(200)), "word");

        assertThat(answer.errorCode()).isEqualTo(code);
    }

    @Test
    @Shows({"B11.6", "G5.5"})
    void dropsTheOverrideOnAPlainSubscriptionAndAllOnCancelling() {
        world.subscribe(sink);

        world.subscribe("{}");
        var afterPlain = subscriptions();
        world.simulator().graph("DELETE", "/v25.0/" + world.account() + "/subscribed_apps", world.token(), null);

        assertThat(afterPlain.path(0).has("override_callback_uri")).isFalse();
        assertThat(afterPlain).hasSize(1);
        assertThat(subscriptions()).isEmpty();
    }

    private JsonNode subscriptions() {
        return get(world.account() + "/subscribed_apps").path("data");
    }

    private JsonNode get(String path) {
        return world.simulator()
                .graph("GET", "/v25.0/" + path, world.token(), null)
                .json();
    }
}
