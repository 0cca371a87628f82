package io.posthorn.messaging.message;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.UUID;

/**
 * A message as it stands. Content is what its type says: for a text {@code {"body": ...}}.
 *
 * @param providerAt of a customer's message, when they wrote it; of ours, when it should leave, null for at once
 * @param originalContent what it said before its first edit; null when there was none
 * @param file of a message that came in with one; null otherwise
 */
public record Message(
        UUID workspaceId,
        UUID id,
        UUID conversationId,
        UUID channelId,
        UUID contactId,
        Direction direction,
        String type,
        JsonObject content,
        String wamid,
        String status,
        String statusReason,
        UUID sentBy,
        Instant providerAt,
        Instant createdAt,
        UUID replyTo,
        String callbackData,
        JsonObject originalContent,
        Instant editedAt,
        Instant deletedAt,
        MessageFile file) {
    private static final String ANSWERS = "contextMessageId";

    /** Meta's id of the message that this one answers; null when it answers none. */
    String answeredWamid() {
        return content.getValue(ANSWERS) instanceof String wamid ? wamid : null;
    }

    Instant writtenAt() {
        return direction == Direction.INBOUND && providerAt != null ? providerAt : createdAt;
    }

    /** Null for what leaves at once, and for what came in. */
    Instant sendAt() {
        return direction == Direction.OUTBOUND ? providerAt : null;
    }

    @Override
    public String toString() {
        return "Message[%s, %s]".formatted(id, status);
    }
}
