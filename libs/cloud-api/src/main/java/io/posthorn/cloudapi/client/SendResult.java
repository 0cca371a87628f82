package io.posthorn.cloudapi.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * Meta accepted a message, which does not mean that it was delivered.
 *
 * @param waId the WhatsApp id of the recipient; may differ from the number that was written to
 */
public record SendResult(String wamid, Optional<String> waId, Optional<String> userId, Optional<String> messageStatus) {

    static Optional<SendResult> of(JsonNode answer) {
        var message = answer.path("messages").path(0);
        var contact = answer.path("contacts").path(0);
        return text(message, "id")
                .map(wamid -> new SendResult(
                        wamid, text(contact, "wa_id"), text(contact, "user_id"), text(message, "message_status")));
    }

    private static Optional<String> text(JsonNode node, String field) {
        return Optional.ofNullable(node.path(field).textValue()).filter(text -> !text.isBlank());
    }
}
