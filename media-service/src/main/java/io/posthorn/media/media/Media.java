package io.posthorn.media.media;

import io.posthorn.contracts.media.MediaStored;
import io.posthorn.kit.Ids;
import io.posthorn.media.storage.StorageKey;
import java.time.Instant;
import java.util.UUID;

/** A stored file. {@code sha256} is hex; {@code fileName} is what the client called it, or null. */
record Media(
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
        var received = kept.received();
        return new Media(
                Ids.next(),
                received.type().kind(),
                received.type().mimeType(),
                received.size(),
                received.sha256(),
                fileName,
                kept.storage(),
                storedBy,
                now);
    }

    /** What was uploaded, whatever we called it. */
    UploadedFile uploaded() {
        return new UploadedFile(sha256, mimeType, fileName);
    }

    MediaStored storedEvent() {
        return new MediaStored(id, kind, mimeType, size, storedBy, createdAt);
    }
}
