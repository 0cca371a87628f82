package io.posthorn.cloudapi.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.cloudapi.part.Read;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Something happened to the WhatsApp Business account. Words are Meta's, whose sets grow. */
public sealed interface AccountEvent extends WebhookEvent {
    /**
     * Restricted, banned, moved to another partner and the like.
     *
     * @param event such as {@code ACCOUNT_RESTRICTION}
     * @param details all that Meta says about it
     */
    record Updated(
            String event,
            Optional<String> violation,
            List<Restriction> restrictions,
            Optional<Ban> ban,
            Optional<String> country,
            JsonNode details)
            implements AccountEvent {
        @Override
        public String toString() {
            return "Updated[%s]".formatted(event);
        }
    }

    record Restriction(String type, Optional<Instant> until) {}

    /** {@code SCHEDULE_FOR_DISABLE}, {@code DISABLE} or {@code REINSTATE}; the date as Meta writes it. */
    record Ban(String state, Optional<String> date) {}

    record Reviewed(String decision) implements AccountEvent {}

    record Alerted(
            String type,
            Optional<String> severity,
            Optional<String> status,
            Optional<String> entityType,
            Optional<String> entityId,
            Optional<String> description)
            implements AccountEvent {}

    /**
     * More or less is allowed now.
     *
     * @param dailyConversations a tier or a number: Meta has written both
     * @param perPhone -1 is without limit
     */
    record CapabilityChanged(
            Optional<String> dailyConversations,
            Optional<Long> perPhone,
            Optional<Long> phoneNumbersPerBusiness,
            Optional<Long> phoneNumbersPerAccount)
            implements AccountEvent {
        boolean isEmpty() {
            return dailyConversations.isEmpty()
                    && perPhone.isEmpty()
                    && phoneNumbersPerBusiness.isEmpty()
                    && phoneNumbersPerAccount.isEmpty();
        }
    }

    static Optional<WebhookEvent> update(JsonNode value) {
        return Read.text(value, "event")
                .map(event -> new Updated(
                        event,
                        Read.text(value.path("violation_info"), "violation_type"),
                        Read.elements(value, "restriction_info")
                                .flatMap(one -> restriction(one).stream())
                                .toList(),
                        ban(value.path("ban_info")),
                        Read.text(value, "country"),
                        value));
    }

    static Optional<WebhookEvent> alert(JsonNode value) {
        var alert = value.path("alert_info").isObject() ? value.path("alert_info") : value;
        return Read.text(alert, "alert_type")
                .map(type -> new Alerted(
                        type,
                        Read.text(alert, "alert_severity"),
                        Read.text(alert, "alert_status"),
                        Read.text(value, "entity_type"),
                        Read.text(value, "entity_id"),
                        Read.string(alert, "alert_description")));
    }

    static Optional<WebhookEvent> capability(JsonNode value) {
        var changed = new CapabilityChanged(
                Read.text(value, "max_daily_conversations_per_business"),
                Read.number(value, "max_daily_conversation_per_phone"),
                Read.number(value, "max_phone_numbers_per_business"),
                Read.number(value, "max_phone_numbers_per_waba"));
        return changed.isEmpty() ? Optional.empty() : Optional.of(changed);
    }

    private static Optional<Restriction> restriction(JsonNode json) {
        return Read.text(json, "restriction_type").map(type -> new Restriction(type, Read.time(json, "expiration")));
    }

    private static Optional<Ban> ban(JsonNode json) {
        return Read.text(json, "waba_ban_state").map(state -> new Ban(state, Read.text(json, "waba_ban_date")));
    }
}
