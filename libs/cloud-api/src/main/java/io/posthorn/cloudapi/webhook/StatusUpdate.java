package io.posthorn.cloudapi.webhook;

import com.fasterxml.jackson.databind.JsonNode;
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

    @Override
    public String toString() {
        return "StatusUpdate[%s, %s]".formatted(id, status);
    }
}
