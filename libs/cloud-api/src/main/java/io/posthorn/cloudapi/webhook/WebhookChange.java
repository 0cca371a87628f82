package io.posthorn.cloudapi.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What changed for one number or account.
 *
 * @param phoneNumberId our number; empty for account events
 */
public record WebhookChange(
        String field,
        Optional<String> phoneNumberId,
        Optional<String> displayPhoneNumber,
        List<WebhookContact> contacts,
        List<WebhookItem> items,
        JsonNode raw) {
    private static final String MESSAGES = "messages";

    static WebhookChange of(JsonNode raw) {
        var field = Read.text(raw, "field").orElse("unknown");
        var value = raw.path("value");
        var metadata = value.path("metadata");
        return new WebhookChange(
                field,
                Read.text(metadata, "phone_number_id"),
                Read.text(metadata, "display_phone_number").or(() -> Read.text(value, "display_phone_number")),
                Read.elements(value, "contacts").map(WebhookContact::of).toList(),
                items(field, value, raw),
                raw);
    }

    /** The contact that wrote the message, if Meta described it. */
    public Optional<WebhookContact> senderOf(InboundMessage message) {
        return contacts.stream().filter(contact -> contact.isSender(message)).findFirst();
    }

    @Override
    public String toString() {
        return "WebhookChange[%s, %d items]".formatted(field, items.size());
    }

    private static List<WebhookItem> items(String field, JsonNode value, JsonNode raw) {
        if (!value.isObject()) {
            return List.of(new MalformedItem("change without value", raw));
        }
        if (field.equals(TemplateStatusUpdate.FIELD)) {
            return List.of(TemplateStatusUpdate.of(value));
        }
        var known = field.equals(MESSAGES) ? messagesAndStatuses(value) : List.<WebhookItem>of();
        return known.isEmpty() ? List.of(new OtherChange(field, value)) : known;
    }

    private static List<WebhookItem> messagesAndStatuses(JsonNode value) {
        return Stream.concat(
                        Read.elements(value, "messages").map(InboundMessage::of),
                        Read.elements(value, "statuses").map(StatusUpdate::of))
                .toList();
    }
}
