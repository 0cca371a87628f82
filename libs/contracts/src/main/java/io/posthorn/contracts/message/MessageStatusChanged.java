package io.posthorn.contracts.message;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/** The derived status of an outgoing message climbed. {@code reason} is set for failed, held and unknown. */
public record MessageStatusChanged(
        UUID messageId, UUID conversationId, UUID channelId, String status, String reason, Instant changedAt)
        implements PosthornEvent {
    @Override
    public UUID key() {
        return conversationId;
    }
}
