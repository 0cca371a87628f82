package io.posthorn.simulator.notice;

import static io.posthorn.simulator.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class NoticesIT {
    @TestHTTPResource
    URI base;

    private final WebhookSink sink = new WebhookSink();
    private TestWorld world;

    @BeforeEach
    void makeWorld() {
        world = new SimulatorClient(base).world();
        world.listen(sink);
    }

    @AfterEach
    void close() {
        sink.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "messages",
                "message_template_status_update",
                "message_template_quality_update",
                "message_template_components_update",
                "template_category_update",
                "template_correct_category_detection",
                "phone_number_quality_update",
                "phone_number_name_update",
                "account_update",
                "account_review_update",
                "account_alerts",
                "account_settings_update",
                "business_capability_update",
                "business_username_update",
                "user_preferences",
                "security",
                "flows",
                "calls",
                "partner_solutions",
                "payment_configuration_update",
                "automatic_events",
                "history",
                "smb_app_state_sync",
                "smb_message_echoes",
                "group_lifecycle_update",
                "group_participants_update",
                "group_settings_update",
                "group_status_update"
            })
    @Shows({
        "B5.1", "B5.2", "B5.3", "B5.4", "B5.5", "B5.6", "B5.7", "B5.8", "B5.9", "B5.10", "B5.11", "B5.12", "B5.13",
        "B5.14", "B5.15", "B5.16", "B5.17", "B5.18", "B5.19", "B5.20", "B5.21", "B5.22", "B5.23", "B5.24", "B5.25",
        "B5.26", "B5.27", "B5.28", "B4.4", "B4.5", "G7.10", "B7.43", "B7.44", "G6.10"
    })
    void raisesEveryField(String field) {
        var answer = world.notice("\"field\":\"%s\"".formatted(field));

        await().until(() -> sink.changes(field).size() == 1);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(sink.changes(field).getFirst()).isEqualTo(answer.json().path("value"));
        assertThat(sink.received().getFirst().isSignedWith(world.secret())).isTrue();
        var text = sink.received().getFirst().text();
        assertThat(text).doesNotContain("{digits}", "{now", "{customer", "{wabaId}", "{portfolioId}");
        assertThat(text.contains("\"time\":1")).isEqualTo(!field.equals("messages"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            phone_number_quality_update | ONBOARDING         | /current_limit
            phone_number_quality_update | THROUGHPUT_UPGRADE | /max_daily_conversations_per_business
            phone_number_quality_update | FLAGGED            | /current_limit
            phone_number_quality_update | UNFLAGGED          | /current_limit
            phone_number_quality_update | UPGRADE            | /old_limit
            phone_number_quality_update | DOWNGRADE          | /old_limit
            account_update | ACCOUNT_DELETED                 | /event
            account_update | ACCOUNT_VIOLATION               | /violation_info/violation_type
            account_update | ACCOUNT_RESTRICTION             | /restriction_info/0/restriction_type
            account_update | DISABLED_UPDATE                 | /ban_info/waba_ban_date
            account_update | ACCOUNT_OFFBOARDED              | /event
            account_update | ACCOUNT_RECONNECTED             | /event
            account_update | PARTNER_ADDED                   | /waba_info/owner_business_id
            account_update | PARTNER_REMOVED                 | /disconnection_info/reason
            account_update | PARTNER_APP_INSTALLED           | /waba_info/partner_app_id
            account_update | PARTNER_APP_UNINSTALLED         | /waba_info/partner_app_id
            account_update | PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE | /event
            account_update | AD_ACCOUNT_LINKED               | /waba_info/waba_id
            account_update | MM_LITE_TERMS_SIGNED            | /waba_info/waba_id
            account_update | AUTH_INTL_PRICE_ELIGIBILITY_UPDATE | /event
            account_update | BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE | /country
            account_update | VOLUME_BASED_PRICING_TIER_UPDATE | /volume_tier_info/tier
            account_update | VERIFIED_ACCOUNT                | /event
            security       | PIN_CHANGED                     | /display_phone_number
            security       | PIN_RESET_REQUEST               | /requester
            security       | PIN_REQUEST_SUCCESS             | /display_phone_number
            message_template_status_update | FLAGGED         | /message_template_id
            message_template_status_update | REINSTATED      | /message_template_id
            message_template_status_update | IN_APPEAL       | /message_template_id
            message_template_status_update | LIMIT_EXCEEDED  | /message_template_id
            message_template_status_update | LOCKED          | /other_info/title
            message_template_status_update | ARCHIVED        | /message_template_id
            message_template_status_update | UNARCHIVED      | /message_template_id
            """)
    @Shows({
        "B9.1", "B9.2", "B9.3", "B9.4", "B9.10", "B9.11", "B9.12", "B9.13", "B9.14", "B9.15", "B9.16", "B9.17", "B9.18",
        "B9.19", "B9.20", "B9.21", "B9.22", "B9.23", "B9.24", "B9.25", "B9.26", "B9.30", "B9.31", "B9.32", "B8.7",
                "B8.9",
        "B8.10", "B8.13", "B8.14", "B8.15", "B8.16"
    })
    void raisesEveryEvent(String field, String event, String telling) {
        world.notice("\"field\":\"%s\",\"event\":\"%s\"".formatted(field, event));

        await().until(() -> sink.changes(field).size() == 1);
        var value = sink.changes(field).getFirst();
        assertThat(value.path("event").asText()).isEqualTo(event);
        assertThat(value.at(telling).asText()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            phone_number_quality_update | | {"current_limit":"TIER_50"}
            phone_number_quality_update | | {"current_limit":"TIER_NOT_SET"}
            phone_number_name_update    | | {"decision":"DEFERRED"}
            phone_number_name_update    | | {"decision":"REJECTED","rejection_reason":"NAME_NOT_ALLOWED"}
            business_capability_update  | | {"max_daily_conversations_per_business":"TIER_10K"}
            business_capability_update  | | {"max_daily_conversations_per_business":2000,"max_phone_numbers_per_waba":2}
            account_review_update       | | {"decision":"PENDING"}
            account_update | ACCOUNT_VIOLATION | {"violation_info":{"violation_type":"ADULT"}}
            account_update | ACCOUNT_VIOLATION | {"violation_info":{"violation_type":"DIRECT_SEND_UTILITY_SPAM"}}
            account_update | DISABLED_UPDATE   | {"ban_info":{"waba_ban_state":"REINSTATE"}}
            account_alerts              | | {"entity_type":"PHONE_NUMBER","alert_severity":"CRITICAL","alert_status":"ACTIVE"}
            messages                    | | {"errors":[{"code":130429,"title":"Rate limit hit","message":"Rate limit hit"}]}
            """)
    @Shows({"B9.4", "B9.5", "B9.6", "B9.7", "B9.8", "B9.9", "B9.13", "B9.27", "B9.28", "B9.29"})
    void takesOtherValues(String field, String event, String value) throws JsonProcessingException {
        var named = event == null ? "" : ",\"event\":\"%s\"".formatted(event);

        world.notice("\"field\":\"%s\"%s,\"value\":%s".formatted(field, named, value));

        await().until(() -> sink.changes(field).size() == 1);
        var told = sink.changes(field).getFirst();
        SimulatorClient.JSON.readTree(value).properties().forEach(property -> assertThat(
                        told.path(property.getKey()).toString())
                .contains(
                        property.getValue().isObject()
                                ? property.getValue().elements().next().toString()
                                : property.getValue().toString()));
    }

    @Test
    @Shows({"B3.18", "B4.8"})
    void sendsASampleAsTheDashboardDoes() {
        world.simulator().graph("DELETE", "/v25.0/" + world.account() + "/subscribed_apps", world.token(), null);

        var answer = world.notice("\"field\":\"account_update\",\"dashboardTest\":true");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(sink.received()).hasSize(1);
        assertThat(sink.received().getFirst().text()).contains("\"entry\":[{\"id\":\"0\"");
    }

    @Test
    @Shows("B5.18")
    void opensTheWindowByACall() {
        world.change("{\"window\":\"answer\"}");

        var before = world.sendText("+15550002000", "hi");
        world.notice("\"field\":\"calls\",\"customer\":\"15550002000\"");
        var after = world.sendText("+15550002000", "hi");

        assertThat(before.errorCode()).isEqualTo(131047);
        assertThat(after.status()).isEqualTo(200);
    }

    @Test
    void survivesOddValues() {
        world.change("{\"webhooks\":{\"lingerMillis\":300}}");

        world.customerWrites("15550002000", "hi");
        world.notice("\"field\":\"messages\",\"value\":{\"contacts\":1,\"messages\":\"odd\",\"statuses\":{}}");
        world.customerWrites("15550002000", "still there");

        await().until(() -> sink.messages().size() == 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"field\":\"gossip\"",
                "\"event\":\"x\"",
                "\"field\":\"account_update\",\"event\":\"PARTY\"",
                "\"field\":\"account_review_update\",\"event\":\"PARTY\"",
                "\"field\":\"account_review_update\",\"value\":{\"decision\":\"MAYBE\"}",
                "\"field\":\"account_update\",\"event\":\"ACCOUNT_VIOLATION\",\"value\":{\"violation_info\":{\"violation_type\":\"FUN\"}}"
            })
    void refusesWhatMetaDoesNotKnow(String wish) {
        var answer = world.notice(wish);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(world.deliveries()).isEmpty();
    }
}
