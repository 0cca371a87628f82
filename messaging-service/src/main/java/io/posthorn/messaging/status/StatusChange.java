package io.posthorn.messaging.status;

import io.posthorn.contracts.message.MessageStatusChanged;
import java.time.Instant;
import java.util.UUID;

/** The derived status of a message climbed. */
public record StatusChange(
        UUID messageId,
        UUID conversationId,
        UUID channelId,
        String type,
        String status,
        String reason,
        Instant at,
        long version,
        String callbackData) {
    public MessageStatusChanged event() {
        return new MessageStatusChanged(messageId, conversationId, channelId, status, reason, at, callbackData);
    }
}
