package io.posthorn.media.media;

import io.posthorn.contracts.media.MediaDeleted;
import io.posthorn.contracts.media.MediaStored;
import io.posthorn.kit.Ids;
import io.posthorn.media.intake.KeptFile;
import io.posthorn.media.storage.StorageKey;
import java.time.Instant;
import java.util.UUID;

/** A stored file. {@code sha256} is hex; {@code fileName} is what the client called it, or null. */
public record Media(
        UUID id,
        String kind,
        String mimeType,
        long size,
        String sha256,
        String fileName,
        StorageKey storage,
        UUID storedBy,
        Instant createdAt) {
    static Media of(KeptFile kept, String fileName, UUID storedBy, Instant now) {
        return new Media(
                Ids.next(),
                kept.type().kind().word(),
                kept.type().mimeType(),
                kept.size(),
                kept.sha256(),
                fileName,
                kept.storage(),
                storedBy,
                now);
    }

    MediaStored storedEvent() {
        return new MediaStored(id, kind, mimeType, size, storedBy, createdAt);
    }

    MediaDeleted deletedEvent(UUID deletedBy, Instant when) {
        return new MediaDeleted(id, deletedBy, when);
    }
}
