package io.posthorn.cloudapi.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * A customer wrote. Since 2026 the phone number ({@code from}) may be hidden, then {@code fromUserId} identifies them.
 *
 * @param text the body of a text; other types carry their content in {@code raw}
 */
public record InboundMessage(
        String id,
        Optional<String> from,
        Optional<String> fromUserId,
        Optional<Instant> timestamp,
        String type,
        Optional<String> text,
        Optional<String> contextMessageId,
        JsonNode raw)
        implements WebhookItem {

    static WebhookItem of(JsonNode raw) {
        var id = Read.text(raw, "id");
        if (id.isEmpty()) {
            return new MalformedItem("message without id", raw);
        }
        return new InboundMessage(
                id.get(),
                Read.text(raw, "from"),
                Read.text(raw, "from_user_id"),
                Read.time(raw, "timestamp"),
                Read.text(raw, "type").orElse("unknown"),
                Read.string(raw.path("text"), "body"),
                Read.text(raw.path("context"), "id"),
                raw);
    }

    @Override
    public String toString() {
        return "InboundMessage[%s, %s]".formatted(id, type);
    }
}
