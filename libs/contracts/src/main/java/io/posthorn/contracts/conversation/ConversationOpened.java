package io.posthorn.contracts.conversation;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/** A customer and a channel began to talk. */
public record ConversationOpened(UUID conversationId, UUID channelId, UUID contactId, long number, Instant openedAt)
        implements PosthornEvent {
    @Override
    public UUID key() {
        return conversationId;
    }
}
