package io.posthorn.simulator.customer;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ToldStatusesIT {
    private static final String ANA = "15550002000";

    @TestHTTPResource
    URI base;

    private final WebhookSink sink = new WebhookSink();
    private TestWorld world;

    @BeforeEach
    void makeWorld() {
        world = new SimulatorClient(base).world("\"window\":\"off\",\"webhooks\":{\"batchSize\":1}");
        world.listen(sink);
    }

    @AfterEach
    void close() {
        sink.close();
    }

    @Test
    @Shows({"B7.1", "B7.2", "B7.18", "B7.19", "G7.13", "G7.15", "I8.2"})
    void namesTheUserFromDeliveredOn() {
        world.customer(ANA, "\"username\":\"ana\"");

        var wamid = world.sent("+" + ANA, "hi");

        await().until(() -> sink.statusesOf(wamid).contains("read"));
        var userId = world.customer(ANA).path("userId");
        assertThat(sink.statuses()).allSatisfy(status -> {
            assertThat(status.path("recipient_id").asText()).isEqualTo(ANA);
            assertThat(status.path("recipient_user_id")).isEqualTo(userId);
        });
        assertThat(contact("sent").path("profile").has("username")).isFalse();
        assertThat(contact("delivered").path("profile").path("username").asText())
                .isEqualTo("@ana");
        assertThat(contact("read").path("profile").path("username").asText()).isEqualTo("@ana");
        assertThat(contact("sent").path("user_id")).isEqualTo(userId);
    }

    @Test
    @Shows({"B7.15", "B7.16", "B7.17", "B7.41", "B7.42", "F1.10", "G7.15"})
    void failsWithoutAUserIdWhenSentToAPhone() {
        world.fault("\"kind\":\"fail-later\",\"code\":131026");

        var wamid = world.sent("+" + ANA, "hi");

        await().until(() -> sink.statusesOf(wamid).contains("failed"));
        var failed = sink.statuses().getFirst();
        var error = failed.path("errors").path(0);
        assertThat(error.path("code").asInt()).isEqualTo(131026);
        assertThat(error.path("title").asText())
                .isNotEmpty()
                .isEqualTo(error.path("message").asText());
        assertThat(error.path("error_data").path("details").asText()).isNotEmpty();
        assertThat(error.path("href").asText()).contains("error-codes");
        assertThat(failed.has("recipient_user_id")).isFalse();
        assertThat(failed.path("recipient_id").asText()).isEqualTo(ANA);
        assertThat(failed.has("pricing") || failed.has("conversation")).isFalse();
        assertThat(sink.values()).noneMatch(value -> value.has("contacts"));
    }

    @Test
    @Shows({"A1.9", "A1.26", "B7.20", "G7.14", "G7.15"})
    void hidesThePhoneNumberOfWhomItKnowsByUserIdOnly() {
        world.customer(ANA, "\"username\":\"ana\"");
        var userId = world.customer(ANA).path("userId").asText();

        var answer = sendTo(userId);

        var wamid = answer.json().path("messages").path(0).path("id").asText();
        await().until(() -> sink.statusesOf(wamid).contains("read"));
        assertThat(answer.json().path("contacts").path(0).path("input").asText())
                .isEqualTo(userId);
        assertThat(answer.json().path("contacts").path(0).path("user_id").asText())
                .isEqualTo(userId);
        assertThat(answer.json().path("contacts").path(0).has("wa_id")).isFalse();
        assertThat(sink.statuses())
                .allMatch(status -> !status.has("recipient_id")
                        && status.path("recipient_user_id").asText().equals(userId));
        assertThat(contact("delivered").has("wa_id")).isFalse();
    }

    @Test
    @Shows({"G7.14", "G7.15"})
    void failsWithTheUserIdWhenSentToIt() {
        var userId = world.customer(ANA).path("userId").asText();
        world.fault("\"kind\":\"fail-later\",\"code\":131026");

        var wamid = sendTo(userId).json().path("messages").path(0).path("id").asText();

        await().until(() -> sink.statusesOf(wamid).contains("failed"));
        assertThat(sink.statuses().getFirst().path("recipient_user_id").asText())
                .isEqualTo(userId);
        assertThat(sink.statuses().getFirst().path("recipient_id").asText()).isEqualTo(ANA);
    }

    @Test
    @Shows({"A1.10", "A1.11", "A1.27"})
    void prefersThePhoneNumberAndTakesParentIds() {
        var customer = world.customer(ANA);

        var both = world.post("""
                {"messaging_product":"whatsapp","to":"+15550002001","recipient":"%s","text":{"body":"hi"}}""".formatted(customer.path("userId").asText()));
        var parent = sendTo(customer.path("parentUserId").asText());

        assertThat(both.json().path("contacts").path(0).path("wa_id").asText()).isEqualTo("15550002001");
        assertThat(both.json().path("contacts").path(0).has("user_id")).isFalse();
        assertThat(parent.status()).isEqualTo(200);
        assertThat(world.captured("&to=" + ANA)).hasSize(1);
    }

    @Test
    @Shows({"C9.9", "F2.131062"})
    void refusesCodesAndStrangersByUserId() {
        world.approved("""
                {"name":"code","language":"en","category":"AUTHENTICATION","components":[{"type":"BODY"},
                 {"type":"BUTTONS","buttons":[{"type":"OTP","otp_type":"COPY_CODE"}]}]}""");
        var userId = world.customer(ANA).path("userId").asText();

        var code = world.post("""
                {"messaging_product":"whatsapp","recipient":"%s","type":"template","template":
                 {"name":"code","language":{"code":"en"},"components":[
                  {"type":"body","parameters":[{"type":"text","text":"123456"}]},
                  {"type":"button","sub_type":"url","index":"0","parameters":[{"type":"text","text":"123456"}]}]}}""".formatted(userId));

        assertThat(code.errorCode()).isEqualTo(131062);
        assertThat(sendTo("US.123456789012345678").errorCode()).isEqualTo(131026);
        assertThat(sendTo("somebody").errorCode()).isEqualTo(131009);
        assertThat(world.captured("")).isEmpty();
    }

    @Test
    @Shows("B7.22")
    void tellsTheIdentityKeyWhenTheCheckIsOn() {
        world.simulator()
                .graph(
                        "POST",
                        "/v25.0/" + world.number() + "/settings",
                        world.token(),
                        "{\"user_identity_change\":{\"enable_identity_key_check\":true}}");

        var wamid = world.sent("+" + ANA, "hi");

        await().until(() -> sink.statusesOf(wamid).contains("read"));
        assertThat(sink.statuses().getFirst().path("recipient_identity_key_hash"))
                .isEqualTo(world.customer(ANA).path("identityKeyHash"));
    }

    @Test
    @Shows({"B7.24", "B7.25", "B7.30", "B7.35", "B7.40", "E12.4", "E12.3"})
    void isFreeForThreeDaysAfterAnAd() {
        world.write(ANA, "\"text\":\"hi\",\"referral\":{}");

        var free = world.sent("+" + ANA, "welcome");
        await().until(() -> sink.statusesOf(free).contains("read"));
        world.clock("\"advanceSeconds\":" + 73 * 3600);
        var later = world.sent("+" + ANA, "still there?");
        await().until(() -> sink.statusesOf(later).contains("read"));

        assertThat(sent(free).path("pricing").path("type").asText()).isEqualTo("free_entry_point");
        assertThat(sent(free).path("pricing").path("billable").asBoolean()).isFalse();
        assertThat(sent(free).path("conversation").path("origin").path("type").asText())
                .isEqualTo("referral_conversion");
        assertThat(sent(later).path("pricing").path("type").asText()).isEqualTo("free_customer_service");
        assertThat(sent(later).has("conversation")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            MARKETING      | {"type":"BODY","text":"Everything must go today"}                        | regular               | true
            UTILITY        | {"type":"BODY","text":"Your order can be collected"}                     | free_customer_service | true
            UTILITY        | {"type":"BODY","text":"Your order can be collected"}                     | regular               | false
            """)
    @Shows({"B7.26", "B7.28", "B7.29", "B7.31", "B7.32", "E12.1", "E12.2", "E12.5"})
    void pricesTemplatesByTheirCategory(String category, String component, String type, boolean isOpen) {
        world.approved("{\"name\":\"t\",\"language\":\"en\",\"category\":\"%s\",\"components\":[%s]}"
                .formatted(category, component));
        if (isOpen) {
            world.customerWrites(ANA, "hi");
        }

        var wamid = world.sendTemplate("+" + ANA, "{\"name\":\"t\",\"language\":{\"code\":\"en\"}}")
                .json()
                .path("messages")
                .path(0)
                .path("id")
                .asText();

        await().until(() -> sink.statusesOf(wamid).contains("read"));
        assertThat(sent(wamid).path("pricing").path("type").asText()).isEqualTo(type);
        assertThat(sent(wamid).path("pricing").path("billable").asBoolean()).isEqualTo(type.equals("regular"));
        assertThat(sent(wamid).path("pricing").path("category").asText()).isEqualToIgnoringCase(category);
        assertThat(sink.statuses().stream()
                        .filter(status -> status.has("pricing"))
                        .map(status -> status.path("status").asText()))
                .containsExactlyInAnyOrder("sent", "delivered");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "authentication_international",
                "marketing_lite",
                "referral_conversion",
                "group_marketing",
                "group_utility",
                "group_service",
                "general_purpose_ai"
            })
    @Shows({"B7.34", "B7.36", "B7.37", "B7.38", "B7.39", "B7.27"})
    void tellsOtherCategoriesOfPrices(String category) {
        world.change("{\"webhooks\":{\"priceCategories\":{\"service\":\"%s\"}}}".formatted(category));

        var wamid = world.sent("+" + ANA, "hi");

        await().until(() -> sink.statusesOf(wamid).contains("sent"));
        assertThat(sent(wamid).path("pricing").path("category").asText()).isEqualTo(category);
        assertThat(sent(wamid).path("pricing").path("pricing_model").asText()).isEqualTo("PMP");
    }

    @Test
    @Shows({"B7.23", "I8.1"})
    void tellsConversationsToTheOldGeneration() {
        world.change("{\"webhooks\":{\"form\":\"2025\"}}");

        var wamid = world.sent("+" + ANA, "hi");

        await().until(() -> sink.statusesOf(wamid).contains("read"));
        assertThat(sink.statuses()).allMatch(status -> status.has("conversation"));
        assertThat(sink.statuses())
                .allMatch(status -> status.path("conversation").has("expiration_timestamp")
                        == status.path("status").asText().equals("sent"));
        assertThat(sink.statuses()).noneMatch(status -> status.has("recipient_user_id"));
    }

    private Answer sendTo(String userId) {
        return world.post("""
                {"messaging_product":"whatsapp","recipient":"%s","type":"text","text":{"body":"hi"}}""".formatted(userId));
    }

    private JsonNode sent(String wamid) {
        return sink.statuses().stream()
                .filter(status -> status.path("id").asText().equals(wamid)
                        && status.path("status").asText().equals("sent"))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode contact(String status) {
        return sink.values()
                .filter(value ->
                        value.path("statuses").path(0).path("status").asText().equals(status))
                .findFirst()
                .orElseThrow()
                .path("contacts")
                .path(0);
    }
}
