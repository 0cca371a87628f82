package io.posthorn.contracts.media;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/** The file of a message that came in is stored here now. */
public record MediaFetched(UUID messageId, UUID mediaId, Instant fetchedAt) implements PosthornEvent {
    @Override
    public UUID key() {
        return messageId;
    }
}
