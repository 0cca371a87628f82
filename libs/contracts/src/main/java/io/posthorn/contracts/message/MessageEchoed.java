package io.posthorn.contracts.message;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/** Somebody of ours wrote to a customer in the WhatsApp Business app. Of a message with a file, the rest names the file at Meta. */
public record MessageEchoed(
        UUID messageId,
        UUID conversationId,
        UUID channelId,
        UUID contactId,
        String type,
        Instant writtenAt,
        String providerMediaId,
        String mimeType,
        String sha256,
        String fileName)
        implements PosthornEvent {
    @Override
    public UUID key() {
        return conversationId;
    }
}
