package io.posthorn.simulator.number;

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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ReadNumberIT {
    @TestHTTPResource
    URI base;

    private TestWorld world;

    @BeforeEach
    void makeWorld() {
        world = new SimulatorClient(base).world();
    }

    @Test
    @Shows({"G2.1", "0.10", "0.11"})
    void answersTheUsualFieldsAndThoseAskedFor() {
        var usual = world.get(world.number()).json();
        var asked = world.get(world.number() + "?fields=status").json();

        assertThat(usual.has("display_phone_number")
                        && usual.has("verified_name")
                        && usual.has("quality_rating")
                        && usual.has("id"))
                .isTrue();
        assertThat(asked).hasToString("{\"status\":\"CONNECTED\",\"id\":\"%s\"}".formatted(world.number()));
    }

    @Test
    @Shows({"G2.5", "G2.6", "G2.7", "G2.9", "G2.10", "G2.11", "G2.12"})
    void hasAllFieldsOfMeta() {
        var number = fields("name_status,new_name_status,platform_type,throughput,account_mode,certificate,username,"
                + "whatsapp_business_manager_messaging_limit,is_official_business_account,is_pin_enabled,"
                + "last_onboarded_time,health_status,webhook_configuration,code_verification_status");

        assertThat(number.path("name_status").asText()).isEqualTo("APPROVED");
        assertThat(number.path("new_name_status").asText()).isEqualTo("NONE");
        assertThat(number.path("platform_type").asText()).isEqualTo("CLOUD_API");
        assertThat(number.path("throughput").path("level").asText()).isEqualTo("STANDARD");
        assertThat(number.path("whatsapp_business_manager_messaging_limit").asText())
                .isEqualTo("TIER_2K");
        assertThat(number.path("is_official_business_account").isBoolean()).isTrue();
        assertThat(number.path("is_pin_enabled").asBoolean()).isFalse();
        assertThat(number.path("last_onboarded_time").asText()).matches("\\d{4}-\\d\\d-\\d\\dT[\\d:]+\\+0000");
        assertThat(number.path("certificate").asText()).isNotEmpty();
        assertThat(number.path("username").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GREEN", "YELLOW", "RED", "UNKNOWN"})
    @Shows("G2.2")
    void hasAQuality(String quality) {
        change("{\"qualityRating\":\"%s\"}".formatted(quality));

        assertThat(fields("quality_rating").path("quality_rating").asText()).isEqualTo(quality);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PENDING",
                "CONNECTED",
                "DISCONNECTED",
                "FLAGGED",
                "RESTRICTED",
                "RATE_LIMITED",
                "BANNED",
                "MIGRATED",
                "DELETED",
                "UNVERIFIED",
                "UNKNOWN"
            })
    @Shows("G2.3")
    void hasAStatus(String status) {
        change("{\"status\":\"%s\"}".formatted(status));

        assertThat(fields("status").path("status").asText()).isEqualTo(status);
    }

    @Test
    @Shows("G2.4")
    void tellsWhetherItIsVerified() {
        var fresh = add("5550001000");
        assertThat(verification(fresh)).isEqualTo("NOT_VERIFIED");
        assertThat(verification(world.number())).isEqualTo("VERIFIED");

        world.clock("\"frozen\":true");
        graph("POST", world.number() + "/deregister", "{}");
        world.clock("\"advanceSeconds\":1209600");

        assertThat(verification(world.number())).isEqualTo("EXPIRED");
    }

    @ParameterizedTest
    @CsvSource({"throughput,HIGH", "throughput,NOT_APPLICABLE", "messagingLimit,TIER_UNLIMITED", "accountMode,SANDBOX"})
    @Shows({"G2.7", "G2.8", "G2.9"})
    void isWhatTheControlApiSays(String trait, String value) {
        var answer = change("{\"%s\":\"%s\"}".formatted(trait, value));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(fields("throughput,account_mode,whatsapp_business_manager_messaging_limit")
                        .toString())
                .contains(value);
    }

    @Test
    void refusesTraitsThatMetaDoesNotHave() {
        assertThat(change("{\"qualityRating\":\"PURPLE\"}").status()).isEqualTo(422);
        assertThat(change("{\"shoeSize\":\"44\"}").status()).isEqualTo(400);
    }

    @Test
    @Shows({"G2.15", "0.12", "0.13", "0.14", "0.15", "0.16"})
    void listsPageByPage() {
        var second = add("5550001001");
        var first = graph("GET", world.account() + "/phone_numbers?limit=1&fields=id", null)
                .json();

        var next = URI.create(first.path("paging").path("next").asText());
        var last = world.simulator()
                .graph("GET", next.getPath() + "?" + next.getRawQuery(), world.token(), null)
                .json();

        assertThat(ids(first)).containsExactly(world.number());
        assertThat(first.path("paging").path("cursors").path("after").asText()).isNotEmpty();
        assertThat(ids(last)).containsExactly(second);
        assertThat(last.path("paging").has("next")).isFalse();
    }

    @Test
    @Shows({"G2.16", "G2.17"})
    void sortsAndFilters() {
        var fresh = add("5550001002");
        change("{\"accountMode\":\"SANDBOX\"}");

        var ascending = list("sort=['last_onboarded_time_ascending']");
        var descending = list("sort=['last_onboarded_time_descending']");
        var sandbox = list("filtering=[{\"field\":\"account_mode\",\"operator\":\"EQUAL\",\"value\":\"SANDBOX\"}]");
        var nonsense = list("sort=shoe_size");

        assertThat(ids(ascending.json())).containsExactly(fresh, world.number());
        assertThat(ids(descending.json())).containsExactly(world.number(), fresh);
        assertThat(ids(sandbox.json())).containsExactly(world.number());
        assertThat(nonsense.errorCode()).isEqualTo(100);
        assertThat(list("filtering=nonsense").errorCode()).isEqualTo(100);
    }

    @Test
    @Shows({"G2.18", "G2.19"})
    void keepsSettings() {
        var settings = world.number() + "/settings";

        var changed = graph("POST", settings, """
                {"user_identity_change":{"enable_identity_key_check":true},"calling":{"status":"ENABLED"},
                 "storage_configuration":{"enabled":true,"region":"us"},"payload_encryption":{"status":"DISABLED"}}""");

        var read = graph("GET", settings, null).json();
        assertThat(changed.text()).isEqualTo("{\"success\":true}");
        assertThat(read.path("user_identity_change")
                        .path("enable_identity_key_check")
                        .asBoolean())
                .isTrue();
        assertThat(read.path("calling").path("status").asText()).isEqualTo("ENABLED");
        assertThat(read.path("storage_configuration").path("region").asText()).isEqualTo("us");
        assertThat(graph("POST", settings, "{}").errorCode()).isEqualTo(100);
        assertThat(graph("POST", settings, "{\"calling\":{\"volume\":11}}").errorCode())
                .isEqualTo(100);
    }

    @Test
    @Shows({"G2.13", "G4.1", "G4.2", "G4.3", "G4.4"})
    void tellsItsHealth() {
        var healthy = fields("health_status").path("health_status");
        change("{\"health\":\"LIMITED\"}");
        var limited = fields("health_status").path("health_status");
        change("{\"health\":\"BLOCKED\"}");
        var blocked = fields("health_status").path("health_status");
        var account =
                world.get(world.account() + "?fields=health_status").json().path("health_status");

        assertThat(healthy.path("can_send_message").asText()).isEqualTo("AVAILABLE");
        assertThat(types(healthy)).containsExactly("PHONE_NUMBER", "WABA", "BUSINESS", "APP");
        assertThat(types(account)).containsExactly("WABA", "BUSINESS", "APP");
        assertThat(limited.path("can_send_message").asText()).isEqualTo("LIMITED");
        assertThat(limited.path("entities").path(0).path("additional_info")).isNotEmpty();
        assertThat(blocked.path("can_send_message").asText()).isEqualTo("BLOCKED");
        var error = blocked.path("entities").path(0).path("errors").path(0);
        assertThat(error.has("error_code") && error.has("error_description") && error.has("possible_solution"))
                .isTrue();
    }

    @Test
    @Shows({"B11.2", "B11.3", "B11.5", "B11.9", "B11.10", "G2.14"})
    void hasAnAddressOfItsOwn() {
        try (var sink = new WebhookSink()) {
            world.listen(sink);
            var answer = override(sink.url(), sink.verifyToken());
            var configured = fields("webhook_configuration").path("webhook_configuration");

            assertThat(answer.text()).isEqualTo("{\"success\":true}");
            assertThat(configured.path("phone_number").asText()).isEqualTo(sink.url());
            assertThat(configured.path("application").asText()).isEqualTo(sink.url());
            assertThat(override(sink.url(), "wrong").errorCode()).isEqualTo(2200);
            assertThat(override("http://h/" + "x".repeat(200), "word").errorCode())
                    .isEqualTo(100);
            override("", "");
            assertThat(fields("webhook_configuration")
                            .path("webhook_configuration")
                            .has("phone_number"))
                    .isFalse();
        }
    }

    @Test
    @Shows("E3.7")
    void keepsTheOldNamesOfTheMessagingLimit() {
        change("{\"messagingLimit\":\"TIER_1K\"}");

        assertThat(fields("messaging_limit_tier").path("messaging_limit_tier").asText())
                .isEqualTo("TIER_1K");
    }

    private Answer override(String url, String verifyToken) {
        return graph("POST", world.number(), """
                {"webhook_configuration":{"override_callback_uri":"%s","verify_token":"%s"}}""".formatted(url, verifyToken));
    }

    private Answer list(String query) {
        var parts = query.split("=", 2);
        return world.get(world.account() + "/phone_numbers?" + parts[0] + "="
                + URLEncoder.encode(parts[1], StandardCharsets.UTF_8));
    }

    private String add(String phone) {
        return graph("POST", world.account() + "/phone_numbers", """
                {"cc":"1","phone_number":"%s","verified_name":"Acme"}""".formatted(phone))
                .json()
                .path("id")
                .asText();
    }

    private String verification(String id) {
        return world.get(id + "?fields=code_verification_status")
                .json()
                .path("code_verification_status")
                .asText();
    }

    private JsonNode fields(String names) {
        return world.get(world.number() + "?fields=" + names).json();
    }

    private Answer change(String patch) {
        return world.simulator()
                .control("PATCH", "/_sim/worlds/%s/numbers/%s".formatted(world.id(), world.number()), patch);
    }

    private Answer graph(String method, String path, String body) {
        return world.simulator().graph(method, "/v25.0/" + path, world.token(), body);
    }

    private static Iterable<String> ids(JsonNode page) {
        return StreamSupport.stream(page.path("data").spliterator(), false)
                .map(item -> item.path("id").asText())
                .toList();
    }

    private static Iterable<String> types(JsonNode health) {
        return StreamSupport.stream(health.path("entities").spliterator(), false)
                .map(item -> item.path("entity_type").asText())
                .toList();
    }
}
