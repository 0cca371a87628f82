package io.posthorn.contracts.message;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/** A message was taken over for sending; from here on it is never lost. */
public record MessageAccepted(
        UUID messageId,
        UUID conversationId,
        UUID channelId,
        UUID contactId,
        String type,
        UUID acceptedBy,
        Instant acceptedAt)
        implements PosthornEvent {
    @Override
    public UUID key() {
        return conversationId;
    }
}
