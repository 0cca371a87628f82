package io.posthorn.media.provider;

import io.posthorn.media.media.Media;
import java.util.UUID;

/** What neighbours need to know of a file. */
record MediaFacts(UUID id, String kind, String mimeType, long size, String sha256, String fileName) {
    static MediaFacts of(Media media) {
        return new MediaFacts(
                media.id(), media.kind(), media.mimeType(), media.size(), media.sha256(), media.fileName());
    }
}
