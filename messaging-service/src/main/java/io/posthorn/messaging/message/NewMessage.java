package io.posthorn.messaging.message;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.UUID;

/**
 * A message as it is first written; {@link Message} says what its fields mean.
 *
 * @param raw what Meta sent, where content leaves something out; kept and not read here
 * @param hasFile whether it came in with a file, which is fetched from now on
 */
public record NewMessage(
        UUID id,
        UUID conversationId,
        UUID channelId,
        UUID contactId,
        Direction direction,
        String type,
        JsonObject content,
        String wamid,
        String status,
        UUID sentBy,
        Instant providerAt,
        UUID replyTo,
        String callbackData,
        JsonObject raw,
        boolean hasFile) {
    @Override
    public String toString() {
        return "NewMessage[%s, %s]".formatted(id, status);
    }
}
