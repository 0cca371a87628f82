package io.posthorn.contracts.message;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/** Whoever wrote a message took it back. */
public record MessageDeleted(UUID messageId, UUID conversationId, UUID channelId, UUID contactId, Instant deletedAt)
        implements PosthornEvent {
    @Override
    public UUID key() {
        return conversationId;
    }
}
