package io.posthorn.contracts.message;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/** The derived status of an outgoing message climbed. {@code reason} is set for failed, held and unknown; {@code callbackData} is the sender's own note. */
public record MessageStatusChanged(
        UUID messageId,
        UUID conversationId,
        UUID channelId,
        String status,
        String reason,
        Instant changedAt,
        String callbackData)
        implements PosthornEvent {
    public MessageStatusChanged(
            UUID messageId, UUID conversationId, UUID channelId, String status, String reason, Instant changedAt) {
        this(messageId, conversationId, channelId, status, reason, changedAt, null);
    }

    @Override
    public UUID key() {
        return conversationId;
    }
}
