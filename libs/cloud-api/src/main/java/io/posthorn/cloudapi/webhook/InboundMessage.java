package io.posthorn.cloudapi.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.cloudapi.inbound.InboundContent;
import io.posthorn.cloudapi.inbound.MessageContext;
import io.posthorn.cloudapi.inbound.Referral;
import io.posthorn.cloudapi.part.Read;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A customer wrote. Since 2026 the phone number ({@code from}) may be hidden, then {@code fromUserId} identifies them.
 *
 * @param text the body of a text; all types are read by {@link #content()}
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

    /** What the customer sent, by type. */
    public InboundContent content() {
        return InboundContent.of(raw);
    }

    /** What the message answers, and whether it was forwarded. */
    public MessageContext context() {
        return MessageContext.of(raw.path("context"));
    }

    /** The advertisement or post from which the customer came. */
    public Optional<Referral> referral() {
        return Referral.of(raw.path("referral"));
    }

    public Optional<String> groupId() {
        return Read.text(raw, "group_id");
    }

    /** The customer's id over all portfolios of an enterprise. */
    public Optional<String> fromParentUserId() {
        return Read.text(raw, "from_parent_user_id");
    }

    /** Why Meta could not pass all of it on. */
    public List<DeliveryError> errors() {
        return Read.elements(raw, "errors").map(DeliveryError::of).toList();
    }

    @Override
    public String toString() {
        return "InboundMessage[%s, %s]".formatted(id, type);
    }
}
