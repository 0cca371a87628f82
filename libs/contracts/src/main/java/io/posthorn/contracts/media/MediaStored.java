package io.posthorn.contracts.media;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/** A file passed its checks and is stored. */
public record MediaStored(UUID mediaId, String kind, String mimeType, long size, UUID storedBy, Instant storedAt)
        implements PosthornEvent {
    @Override
    public UUID key() {
        return mediaId;
    }
}
