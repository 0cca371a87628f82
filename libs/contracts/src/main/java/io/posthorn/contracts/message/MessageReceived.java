package io.posthorn.contracts.message;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/** A customer wrote. */
public record MessageReceived(
        UUID messageId, UUID conversationId, UUID channelId, UUID contactId, String type, Instant receivedAt)
        implements PosthornEvent {
    @Override
    public UUID key() {
        return conversationId;
    }
}
