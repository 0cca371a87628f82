package io.posthorn.messaging.draft;

import io.posthorn.messaging.content.WrittenContent;
import java.time.Instant;
import java.util.UUID;

/**
 * A message as somebody wants it sent, its content read and found good.
 *
 * @param to a number as people write it, a chat or a business-scoped user id; null where a conversation is named
 * @param reference what it answers or reacts to; null when nothing
 * @param callbackData the sender's own note, given back with the message
 */
public record MessageDraft(
        String to,
        UUID conversationId,
        UUID channelId,
        WrittenContent content,
        MessageReference reference,
        String callbackData,
        Instant sendAt,
        Integer ttl) {
    public boolean isReaction() {
        return content.reaction().isPresent();
    }

    @Override
    public String toString() {
        return "MessageDraft[%s]".formatted(content.type());
    }
}
