package io.posthorn.contracts.conversation;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/** Two conversations turned out to be with one person: the merged one is gone, and its messages are in the other. */
public record ConversationMerged(UUID conversationId, UUID mergedConversationId, Instant mergedAt)
        implements PosthornEvent {
    @Override
    public UUID key() {
        return conversationId;
    }
}
