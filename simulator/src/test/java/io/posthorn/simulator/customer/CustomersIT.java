package io.posthorn.simulator.customer;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CustomersIT {
    private static final String ANA = "15550002000";
    private static final int A_MONTH = 31 * 24 * 3600;

    @TestHTTPResource
    URI base;

    private final WebhookSink sink = new WebhookSink();
    private TestWorld world;

    @BeforeEach
    void makeWorld() {
        world = new SimulatorClient(base).world("\"window\":\"off\",\"webhooks\":{\"batchSize\":1,\"concurrency\":1}");
        world.listen(sink);
    }

    @AfterEach
    void close() {
        sink.close();
    }

    @Test
    @Shows({"B6.4", "B6.8", "G7.4", "G7.12", "I8.2"})
    void tellsUserIdsThatBelongToOnePortfolioAndUser() {
        var other = world.simulator().world();
        world.customerWrites(ANA, "hi");

        await().until(() -> sink.messages().size() == 1);
        var userId = sink.messages().getFirst().path("from_user_id").asText();
        assertThat(userId)
                .matches("US\\.\\d{18}")
                .isEqualTo(contact().path("user_id").asText());
        assertThat(world.customer(ANA).path("userId").asText()).isEqualTo(userId);
        assertThat(world.customer("15550002001").path("userId").asText()).isNotEqualTo(userId);
        assertThat(other.customer(ANA).path("userId").asText()).isNotEqualTo(userId);
        assertThat(world.customer("4915550002").path("userId").asText()).startsWith("DE.");
    }

    @Test
    @Shows({"B6.3", "B6.12", "G7.1", "G7.11", "G7.13", "I8.3"})
    void hidesThePhoneNumberOfAStrangerWithAUsername() {
        world.customer(ANA, "\"username\":\"@ana.b\"");

        world.customerWrites(ANA, "hi");

        await().until(() -> sink.messages().size() == 1);
        var message = sink.messages().getFirst();
        assertThat(message.has("from")).isFalse();
        assertThat(message.path("from_user_id").asText()).isNotEmpty();
        assertThat(contact().has("wa_id")).isFalse();
        assertThat(contact().path("profile").path("username").asText()).isEqualTo("@ana.b");
        assertThat(sink.received().getFirst().text()).doesNotContain("\"" + ANA);
    }

    @Test
    @Shows("G7.2")
    void disclosesItForThirtyDaysAfterAnExchange() {
        world.change("{\"customers\":{\"contactBook\":false}}");
        world.customerWrites(ANA, "before the username");
        world.customer(ANA, "\"username\":\"ana\"");

        var soon = world.customer(ANA).path("isDisclosed").asBoolean();
        world.clock("\"advanceSeconds\":" + A_MONTH);
        var later = world.customer(ANA).path("isDisclosed").asBoolean();
        world.sent("+" + ANA, "to the phone number");
        var again = world.customer(ANA).path("isDisclosed").asBoolean();

        assertThat(soon).isTrue();
        assertThat(later).isFalse();
        assertThat(again).isTrue();
    }

    @Test
    @Shows({"G7.3", "G7.16"})
    void disclosesItWhileItStandsInTheContactBook() {
        world.customerWrites(ANA, "before the username");
        world.customer(ANA, "\"username\":\"ana\"");
        world.clock("\"advanceSeconds\":" + A_MONTH);
        var kept = world.customer(ANA);

        var removed = world.simulator()
                .graph(
                        "DELETE",
                        "/v25.0/%s/contact_book?messaging_product=whatsapp&bsuid=%s"
                                .formatted(world.number(), kept.path("userId").asText()),
                        world.token(),
                        null);

        assertThat(kept.path("isDisclosed").asBoolean()).isTrue();
        assertThat(removed.json().path("success").asBoolean()).isTrue();
        assertThat(world.customer(ANA).path("isDisclosed").asBoolean()).isFalse();
    }

    @Test
    @Shows({"B6.5", "B6.9", "G7.6"})
    void tellsParentIdsToEnrolledPortfolios() {
        world.change("{\"customers\":{\"parentUserIds\":true}}");

        world.customerWrites(ANA, "hi");

        await().until(() -> sink.messages().size() == 1);
        assertThat(contact().path("parent_user_id").asText()).matches("US\\.ENT\\.\\d{18}");
        assertThat(sink.messages().getFirst().path("from_parent_user_id"))
                .isEqualTo(contact().path("parent_user_id"));
    }

    @Test
    @Shows({"B6.6", "B6.38", "B6.39"})
    void tellsWhoHoldsThePhoneWhenTheCheckIsOn() {
        world.simulator()
                .graph(
                        "POST",
                        "/v25.0/" + world.number() + "/settings",
                        world.token(),
                        "{\"user_identity_change\":{\"enable_identity_key_check\":true}}");
        world.customerWrites(ANA, "hi");
        await().until(() -> sink.messages().size() == 1);
        var before = contact().path("identity_key_hash").asText();

        world.write(ANA, "\"type\":\"system\",\"system\":{\"type\":\"customer_identity_changed\"}");

        await().until(() -> sink.messages().size() == 2);
        var change = sink.messages().getLast();
        assertThat(before).isNotEmpty();
        assertThat(change.path("identity").path("hash").asText()).isNotEmpty().isNotEqualTo(before);
        assertThat(change.path("identity").path("acknowledged").asBoolean()).isFalse();
        assertThat(change.path("identity").path("created_timestamp").isIntegralNumber())
                .isTrue();
        assertThat(sink.values().toList().getLast().has("contacts")).isTrue();
    }

    @Test
    @Shows({"B6.37", "B6.39", "B6.56", "G7.5"})
    void changesTheUserIdWithTheNumber() {
        world.customerWrites(ANA, "hi");
        var before = world.customer(ANA).path("userId").asText();

        world.write(
                ANA,
                "\"type\":\"system\",\"system\":{\"type\":\"user_changed_user_id\",\"wa_id\":\"+1 555 000 3000\"}");

        await().until(() -> sink.messages().size() == 2);
        var message = sink.messages().getLast();
        var after = world.customer("15550003000");
        assertThat(message.path("from_user_id").asText()).isEqualTo(before);
        assertThat(message.path("system").path("user_id")).isEqualTo(after.path("userId"));
        assertThat(message.path("system").path("user_id").asText()).isNotEqualTo(before);
        assertThat(sink.values().toList().getLast().has("contacts")).isFalse();
        assertThat(after.path("windowOpen").asBoolean()).isTrue();
    }

    @Test
    @Shows({"B6.36", "I8.2"})
    void changesTheNumberInWebhooksOfTheOldGeneration() {
        world.change("{\"webhooks\":{\"form\":\"2025\"}}");
        world.customerWrites(ANA, "hi");

        world.write(ANA, "\"type\":\"system\",\"system\":{\"type\":\"user_changed_number\",\"wa_id\":\"15550003000\"}");

        await().until(() -> sink.messages().size() == 2);
        var system = sink.messages().getLast().path("system");
        assertThat(system.path("wa_id").asText()).isEqualTo("15550003000");
        assertThat(system.path("body").asText()).contains(ANA, "15550003000");
        assertThat(sink.messages().getFirst().has("from_user_id")).isFalse();
        assertThat(contact().has("user_id")).isFalse();
    }

    @Test
    @Shows({"E4.2", "E4.5"})
    void opensTheWindowOfOneNumberWithEachMessage() {
        var other = world.simulator()
                .control("POST", "/_sim/worlds/" + world.id() + "/numbers", "{}")
                .json()
                .path("id")
                .asText();
        world.customerWrites(ANA, "hi");

        world.clock("\"advanceSeconds\":80000");
        world.customerWrites(ANA, "again");
        world.clock("\"advanceSeconds\":80000");

        assertThat(world.customer(ANA).path("windowOpen").asBoolean()).isTrue();
        assertThat(world.simulator()
                        .control("GET", "/_sim/customers/%s?phoneNumberId=%s".formatted(ANA, other), null)
                        .json()
                        .path("windowOpen")
                        .asBoolean())
                .isFalse();
        world.clock("\"advanceSeconds\":6401");
        assertThat(world.customer(ANA).path("windowOpen").asBoolean()).isFalse();
    }

    @Test
    void isKnownByTheUserIdAsWell() {
        var userId = world.customer(ANA).path("userId").asText();

        world.customerWrites(userId, "hi");

        await().until(() -> sink.messages().size() == 1);
        assertThat(sink.messages().getFirst().path("from").asText()).isEqualTo(ANA);
        assertThat(world.write("US.123456789012345678", "\"text\":\"hi\"").status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"username\":\"12\"", "\"username\":\"123\"", "\"username\":\"Ana\"", "\"name\":\"\""})
    @Shows("G7.9")
    void refusesNamesThatMetaRefuses(String change) {
        assertThat(world.customer(ANA, change).status()).isEqualTo(422);
        assertThat(world.customer(ANA).path("username").isNull()).isTrue();
    }

    @Test
    void writesNothingToANumberThatBlockedIt() {
        world.customerWrites(ANA, "hi");
        world.simulator()
                .graph(
                        "POST",
                        "/v25.0/" + world.number() + "/block_users",
                        world.token(),
                        "{\"messaging_product\":\"whatsapp\",\"block_users\":[{\"user\":\"+%s\"}]}".formatted(ANA));

        var answer = world.write(ANA, "\"text\":\"again\"");

        assertThat(answer.json().path("code").asText()).isEqualTo("blocked");
    }

    private JsonNode contact() {
        return sink.values().findFirst().orElseThrow().path("contacts").path(0);
    }
}
