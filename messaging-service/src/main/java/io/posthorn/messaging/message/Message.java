package io.posthorn.messaging.message;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.UUID;

/** A message as it stands. Content is what its type says: for a text {@code {"body": ...}}. */
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
        Instant createdAt) {

    @Override
    public String toString() {
        return "Message[%s, %s]".formatted(id, status);
    }
}
