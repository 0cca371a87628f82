package io.posthorn.messaging.accepting;

import io.posthorn.messaging.conversation.Recipient;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.UUID;

/** A candidate that may be sent, as the message that it becomes. {@code sendAt} is null for at once. */
record Plan(
        UUID messageId, Candidate candidate, Recipient recipient, JsonObject content, UUID replyTo, Instant sendAt) {
    Plan with(Recipient known) {
        return new Plan(messageId, candidate, known, content, replyTo, sendAt);
    }

    boolean isForAStranger() {
        return recipient.conversationId() == null;
    }

    String status() {
        return sendAt == null ? "queued" : "scheduled";
    }

    AcceptedMessage accepted() {
        return new AcceptedMessage(messageId, status(), recipient.conversationId(), recipient.channelId());
    }
}
