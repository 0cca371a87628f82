package io.posthorn.cloudapi.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.cloudapi.event.WebhookEvent;
import io.posthorn.cloudapi.part.Read;
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
        var known = field.equals(MESSAGES) ? messagesAndStatuses(value) : event(field, value);
        return known.isEmpty() ? List.of(new OtherChange(field, value)) : known;
    }

    private static List<WebhookItem> event(String field, JsonNode value) {
        var status = field.equals(TemplateStatusUpdate.FIELD)
                ? TemplateStatusUpdate.of(value)
                : Optional.<WebhookItem>empty();
        return status
                .or(() -> WebhookEvent.of(field, value).map(event -> new ChangeEvent(field, event, value)))
                .stream()
                .toList();
    }

    /** They stand beside messages and statuses, mostly instead of them. */
    private static Optional<WebhookItem> errors(JsonNode value) {
        var errors = Read.elements(value, "errors").map(DeliveryError::of).toList();
        return errors.isEmpty() ? Optional.empty() : Optional.of(new ChangeErrors(errors, value));
    }

    private static List<WebhookItem> messagesAndStatuses(JsonNode value) {
        return Stream.concat(
                        Read.elements(value, "messages").map(InboundMessage::of),
                        Stream.concat(Read.elements(value, "statuses").map(StatusUpdate::of), errors(value).stream()))
                .toList();
    }
}
