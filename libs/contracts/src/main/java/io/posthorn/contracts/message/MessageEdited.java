package io.posthorn.contracts.message;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/** A message has another content now; its former one stays in its history. */
public record MessageEdited(UUID messageId, UUID conversationId, UUID channelId, UUID contactId, Instant editedAt)
        implements PosthornEvent {
    @Override
    public UUID key() {
        return conversationId;
    }
}
