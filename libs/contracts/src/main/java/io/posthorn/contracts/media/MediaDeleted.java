package io.posthorn.contracts.media;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/** A file is gone, with everything that led to it. */
public record MediaDeleted(UUID mediaId, UUID deletedBy, Instant deletedAt) implements PosthornEvent {
    @Override
    public UUID key() {
        return mediaId;
    }
}
