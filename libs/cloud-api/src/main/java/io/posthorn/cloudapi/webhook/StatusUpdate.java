package io.posthorn.cloudapi.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.cloudapi.part.Read;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What became of a message that we sent. States arrive late, twice and in any order.
 *
 * @param id the wamid
 * @param status Meta's word: sent, delivered, read, played, failed, and what Meta may invent
 * @param participant the member of a group whom this status is about
 * @param callbackData the {@code biz_opaque_callback_data} of the send
 */
public record StatusUpdate(
        String id,
        String status,
        Optional<Instant> timestamp,
        Optional<String> recipientId,
        Optional<String> recipientUserId,
        Optional<String> participant,
        Optional<String> callbackData,
        List<DeliveryError> errors,
        JsonNode raw)
        implements WebhookItem {

    /**
     * What Meta charges.
     *
     * @param type {@code regular}, {@code free_customer_service} or {@code free_entry_point}
     * @param category such as {@code marketing}; with underscores, however it was written
     */
    public record Pricing(Optional<Boolean> billable, Optional<String> model, Optional<String> type, String category) {
        /** Where Meta does not say it any more, the type tells. */
        public boolean isBillable() {
            return billable.orElseGet(() -> type.filter("regular"::equals).isPresent());
        }
    }

    /** The window in which it was charged; webhooks of v24 and later have it in free entry points only. */
    public record Conversation(String id, Optional<Instant> expiresAt, Optional<String> origin) {}

    static WebhookItem of(JsonNode raw) {
        var id = Read.text(raw, "id");
        var status = Read.text(raw, "status");
        if (id.isEmpty() || status.isEmpty()) {
            return new MalformedItem("status without id or state", raw);
        }
        return new StatusUpdate(
                id.get(),
                status.get(),
                Read.time(raw, "timestamp"),
                Read.text(raw, "recipient_id"),
                Read.text(raw, "recipient_user_id"),
                Read.text(raw, "recipient_participant_id").or(() -> Read.text(raw, "recipient_participant_user_id")),
                Read.string(raw, "biz_opaque_callback_data"),
                Read.elements(raw, "errors").map(DeliveryError::of).toList(),
                raw);
    }

    public Optional<Pricing> pricing() {
        var pricing = raw.path("pricing");
        return Read.text(pricing, "category")
                .map(category -> new Pricing(
                        Read.flag(pricing, "billable"),
                        Read.text(pricing, "pricing_model"),
                        Read.text(pricing, "type"),
                        category.replace('-', '_')));
    }

    public Optional<Conversation> conversation() {
        var conversation = raw.path("conversation");
        return Read.text(conversation, "id")
                .map(id -> new Conversation(
                        id,
                        Read.time(conversation, "expiration_timestamp"),
                        Read.text(conversation.path("origin"), "type")));
    }

    /** True when {@code recipientId} is a group. */
    public boolean isOfGroup() {
        return Read.text(raw, "recipient_type").filter("group"::equals).isPresent();
    }

    /** Only where the identity check is on. */
    public Optional<String> recipientIdentityKeyHash() {
        return Read.text(raw, "recipient_identity_key_hash");
    }

    @Override
    public String toString() {
        return "StatusUpdate[%s, %s]".formatted(id, status);
    }
}
