package io.posthorn.cloudapi.client;

import io.posthorn.cloudapi.graph.GraphAnswer;
import io.posthorn.cloudapi.observing.Usage;
import io.posthorn.cloudapi.part.Read;
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
        return Read.text(message, "id")
                .map(wamid -> new SendResult(
                        wamid,
                        Read.text(contact, "wa_id"),
                        Read.text(contact, "user_id"),
                        Read.text(message, "message_status"),
                        answer.usage()));
    }

    /** Without the recipient. */
    @Override
    public String toString() {
        return "SendResult[%s]".formatted(wamid);
    }
}
