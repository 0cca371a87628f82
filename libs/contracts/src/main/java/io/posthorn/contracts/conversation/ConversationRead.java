package io.posthorn.contracts.conversation;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/** A person read what the customer wrote. */
public record ConversationRead(UUID conversationId, UUID readBy, Instant readAt) implements PosthornEvent {
    @Override
    public UUID key() {
        return conversationId;
    }
}
