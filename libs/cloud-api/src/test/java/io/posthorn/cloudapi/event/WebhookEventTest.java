package io.posthorn.cloudapi.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.posthorn.cloudapi.inbound.InboundContent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookEventTest {
    private static final String TEMPLATE = """
            "message_template_id":600000000000001,"message_template_name":"order","message_template_language":"en-US\"""";
    private static final TemplateEvent.Template ORDER = new TemplateEvent.Template("600000000000001", "order", "en_US");
    private static final Instant AT = Instant.ofEpochSecond(1790000000);

    @ParameterizedTest
    @ValueSource(strings = {"message_template_quality_update", "message_template_status_update"})
    void readsAQualityUnderEitherName(String field) {
        var event = event(field, TEMPLATE + ",\"previous_quality_score\":\"GREEN\",\"new_quality_score\":\"RED\"");

        assertThat(event).contains(new TemplateEvent.QualityChanged(ORDER, Optional.of("GREEN"), "RED"));
    }

    @Test
    void readsACategoryThatComesAndOneThatCame() {
        assertThat(event(
                        "template_category_update",
                        TEMPLATE + ",\"new_category\":\"UTILITY\",\"correct_category\":\"MARKETING\","
                                + "\"category_update_timestamp\":1790000000"))
                .contains(new TemplateEvent.CategoryChanged(
                        ORDER, Optional.empty(), Optional.of("UTILITY"), Optional.of("MARKETING"), Optional.of(AT)));
        assertThat(event(
                        "template_category_update",
                        TEMPLATE + ",\"previous_category\":\"UTILITY\",\"new_category\":\"MARKETING\""))
                .contains(new TemplateEvent.CategoryChanged(
                        ORDER, Optional.of("UTILITY"), Optional.of("MARKETING"), Optional.empty(), Optional.empty()));
    }

    @Test
    void readsComponents() {
        var event = (TemplateEvent.ComponentsChanged) event(
                        "message_template_components_update",
                        TEMPLATE + ",\"message_template_element\":\"Hello\",\"message_template_buttons\":[{"
                                + "\"message_template_button_type\":\"URL\",\"message_template_button_text\":\"Go\","
                                + "\"message_template_button_url\":\"https://a.example\"}]")
                .orElseThrow();

        assertThat(event.body()).contains("Hello");
        assertThat(event.buttons().getFirst().url()).contains("https://a.example");
    }

    @Test
    void readsNumbers() {
        assertThat(event(
                                "phone_number_quality_update",
                                "\"display_phone_number\":\"1555\",\"event\":\"ONBOARDING\",\"current_limit\":\"TIER_2K\"")
                        .map(Object::toString)
                        .orElseThrow())
                .contains("ONBOARDING")
                .contains("TIER_2K");
        assertThat(event("phone_number_name_update", "\"decision\":\"REJECTED\",\"rejection_reason\":\"NAME_X\""))
                .contains(new NumberEvent.NameDecided(
                        Optional.empty(), "REJECTED", Optional.empty(), Optional.of("NAME_X")));
        assertThat(event("business_username_update", "\"username\":\"acme\",\"status\":\"approved\""))
                .contains(new NumberEvent.UsernameChanged(
                        Optional.empty(), Optional.of("acme"), Optional.of("approved")));
        assertThat(event("security", "\"event\":\"PIN_CHANGED\",\"requester\":\"5\""))
                .contains(new NumberEvent.Secured(Optional.empty(), "PIN_CHANGED", Optional.of("5")));
    }

    @Test
    void readsAccounts() {
        var update = (AccountEvent.Updated) event("account_update", """
                "event":"ACCOUNT_RESTRICTION","restriction_info":[{"restriction_type":"RESTRICTED_BIZ_INITIATED_MESSAGING",
                "expiration":1790000000}],"violation_info":{"violation_type":"SCAM"},
                "ban_info":{"waba_ban_state":"DISABLE","waba_ban_date":"April 17, 2026"},"waba_info":{"waba_id":"3"}""").orElseThrow();

        assertThat(update.restrictions())
                .containsExactly(new AccountEvent.Restriction("RESTRICTED_BIZ_INITIATED_MESSAGING", Optional.of(AT)));
        assertThat(update.violation()).contains("SCAM");
        assertThat(update.ban()).contains(new AccountEvent.Ban("DISABLE", Optional.of("April 17, 2026")));
        assertThat(update.details().at("/waba_info/waba_id").asText()).isEqualTo("3");
        assertThat(event("account_review_update", "\"decision\":\"APPROVED\""))
                .contains(new AccountEvent.Reviewed("APPROVED"));
        assertThat(event("account_alerts", "\"alert_type\":\"OBA_APPROVED\",\"entity_id\":5")
                        .map(event -> ((AccountEvent.Alerted) event).entityId()))
                .contains(Optional.of("5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"TIER_2K\"", "2000"})
    void readsACapabilityInBothForms(String limit) {
        var event = (AccountEvent.CapabilityChanged) event(
                        "business_capability_update",
                        "\"max_daily_conversations_per_business\":%s,\"max_daily_conversation_per_phone\":-1"
                                .formatted(limit))
                .orElseThrow();

        assertThat(event.dailyConversations()).contains(limit.replace("\"", ""));
        assertThat(event.perPhone()).contains(-1L);
    }

    @Test
    void readsWhatCustomersWant() {
        var event = (PreferenceEvent) event("user_preferences", """
                "user_preferences":[{"wa_id":"15550002000","category":"marketing_messages","value":"stop",
                "timestamp":1790000000},{"user_id":"US.9","value":"resume"},{"wa_id":"1"}]""").orElseThrow();

        assertThat(event.preferences())
                .extracting(PreferenceEvent.Preference::value)
                .containsExactly("stop", "resume");
        assertThat(event.preferences().getFirst().at()).contains(AT);
        assertThat(event.toString()).doesNotContain("15550002000");
    }

    @Test
    void readsTheBusinessApp() {
        var history = (CoexistenceEvent.History) event("history", """
                "history":[{"metadata":{"phase":1,"chunk_order":2,"progress":55},"threads":[{"id":"15550002000","messages":[
                {"id":"wamid.A","from":"15550002000","timestamp":"1790000000","type":"text","text":{"body":"hi"},
                "history_context":{"status":"READ"}}]}]}]""").orElseThrow();
        var echoes = (CoexistenceEvent.Echoes) event("smb_message_echoes", """
                "message_echoes":[{"id":"wamid.B","from":"15550001000","to":"15550002000","to_user_id":"US.9",
                "timestamp":"1790000000","type":"revoke","revoke":{"original_message_id":"wamid.A"}}]""").orElseThrow();
        var contacts =
                (CoexistenceEvent.Contacts) event("smb_app_state_sync", """
                "state_sync":[{"type":"contact","action":"remove","contact":{"phone_number":"15550002000"},
                "metadata":{"timestamp":"1790000000"}}]""").orElseThrow();

        var past = history.conversations().getFirst().messages().getFirst();
        assertThat(history.progress()).contains(55L);
        assertThat(past.status()).contains("READ");
        assertThat(past.content()).isEqualTo(new InboundContent.Text("hi"));
        assertThat(echoes.messages().getFirst().content()).isEqualTo(new InboundContent.Revocation("wamid.A"));
        assertThat(contacts.contacts().getFirst().action()).isEqualTo("remove");
        assertThat(List.of(history, echoes, contacts).toString()).doesNotContain("15550002000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "message_template_quality_update",
                "account_update",
                "history",
                "smb_message_echoes",
                "user_preferences",
                "security",
                "business_capability_update",
                "calls",
                "invented_next_year"
            })
    void leavesOpenWhatItDoesNotKnow(String field) {
        assertThat(event(field, "\"x\":1")).isEmpty();
    }

    private static Optional<WebhookEvent> event(String field, String value) {
        return WebhookEvent.of(field, json(value));
    }

    private static JsonNode json(String fields) {
        try {
            return new ObjectMapper().readTree("{" + fields + "}");
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}
