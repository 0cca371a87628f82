package io.posthorn.cloudapi.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.cloudapi.graph.GraphAnswer;
import io.posthorn.cloudapi.observing.Usage;
import java.util.Optional;

/**
 * Meta accepted a message, which does not mean that it was delivered.
 *
 * @param waId the WhatsApp id of the recipient; may differ from the number that was written to
 * @param messageStatus for templates: {@code accepted}, {@code held_for_quality_assessment} or {@code paused}
 */
public record SendResult(
        String wamid, Optional<String> waId, Optional<String> userId, Optional<String> messageStatus, Usage usage) {

    static Optional<SendResult> of(GraphAnswer answer) {
        var message = answer.body().path("messages").path(0);
        var contact = answer.body().path("contacts").path(0);
        return text(message, "id")
                .map(wamid -> new SendResult(
                        wamid,
                        text(contact, "wa_id"),
                        text(contact, "user_id"),
                        text(message, "message_status"),
                        answer.usage()));
    }

    /** Without the recipient. */
    @Override
    public String toString() {
        return "SendResult[%s]".formatted(wamid);
    }

    private static Optional<String> text(JsonNode node, String field) {
        return Optional.ofNullable(node.path(field).textValue()).filter(text -> !text.isBlank());
    }
}
