package io.posthorn.contracts.message;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody reacted to a message, or took the reaction back: then {@code emoji} is null.
 *
 * @param by {@code contact} or {@code business}
 */
public record MessageReacted(
        UUID messageId, UUID conversationId, UUID channelId, UUID contactId, String by, String emoji, Instant reactedAt)
        implements PosthornEvent {
    @Override
    public UUID key() {
        return conversationId;
    }
}
