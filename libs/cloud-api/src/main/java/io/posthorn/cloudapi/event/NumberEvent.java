package io.posthorn.cloudapi.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.cloudapi.part.Read;
import java.util.Optional;

/** Something happened to one of our phone numbers, which is named as people write it. */
public sealed interface NumberEvent extends WebhookEvent {
    Optional<String> displayPhoneNumber();

    /**
     * Its standing or throughput changed.
     *
     * @param event such as {@code ONBOARDING} or {@code THROUGHPUT_UPGRADE}
     * @param limit how many customers may be written to first in 24 hours, such as {@code TIER_2K}
     */
    record QualityChanged(
            Optional<String> displayPhoneNumber,
            String event,
            Optional<String> limit,
            Optional<String> previousLimit,
            Optional<String> dailyConversations)
            implements NumberEvent {}

    /** {@code APPROVED}, {@code DEFERRED}, {@code PENDING} or {@code REJECTED}. */
    record NameDecided(
            Optional<String> displayPhoneNumber,
            String decision,
            Optional<String> requestedName,
            Optional<String> rejectionReason)
            implements NumberEvent {}

    record UsernameChanged(Optional<String> displayPhoneNumber, Optional<String> username, Optional<String> status)
            implements NumberEvent {}

    /** Somebody changed the PIN, or asks to have it reset. */
    record Secured(Optional<String> displayPhoneNumber, String event, Optional<String> requester)
            implements NumberEvent {}

    static Optional<WebhookEvent> quality(JsonNode value) {
        return Read.text(value, "event")
                .map(event -> new QualityChanged(
                        number(value),
                        event,
                        Read.text(value, "current_limit"),
                        Read.text(value, "old_limit"),
                        Read.text(value, "max_daily_conversations_per_business")));
    }

    static Optional<WebhookEvent> name(JsonNode value) {
        return Read.text(value, "decision")
                .map(decision -> new NameDecided(
                        number(value),
                        decision,
                        Read.text(value, "requested_verified_name"),
                        Read.text(value, "rejection_reason")));
    }

    static Optional<WebhookEvent> username(JsonNode value) {
        var username = Read.text(value, "username");
        var status = Read.text(value, "status");
        return username.isEmpty() && status.isEmpty()
                ? Optional.empty()
                : Optional.of(new UsernameChanged(number(value), username, status));
    }

    static Optional<WebhookEvent> security(JsonNode value) {
        return Read.text(value, "event").map(event -> new Secured(number(value), event, Read.text(value, "requester")));
    }

    private static Optional<String> number(JsonNode value) {
        return Read.text(value, "display_phone_number");
    }
}
