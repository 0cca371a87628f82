package io.posthorn.contracts.message;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/**
 * A customer wrote. Of a message with a file, the rest says which file Meta keeps for seven days; null otherwise.
 *
 * @param sha256 as Meta writes it, in base64
 */
public record MessageReceived(
        UUID messageId,
        UUID conversationId,
        UUID channelId,
        UUID contactId,
        String type,
        Instant receivedAt,
        String providerMediaId,
        String mimeType,
        String sha256,
        String fileName)
        implements PosthornEvent {

    public MessageReceived(
            UUID messageId, UUID conversationId, UUID channelId, UUID contactId, String type, Instant receivedAt) {
        this(messageId, conversationId, channelId, contactId, type, receivedAt, null, null, null, null);
    }

    @Override
    public UUID key() {
        return conversationId;
    }
}
