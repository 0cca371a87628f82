package io.posthorn.media.media;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A stored file as clients see it. */
record MediaView(
        UUID id,
        @Schema(examples = "image") String kind,
        @Schema(examples = "image/png") String mimeType,
        @Schema(examples = "48213") long size,
        @Schema(description = "Of the bytes, hex") String sha256,
        @Schema(examples = "receipt.png") String fileName,

        @Schema(description = "Where the bytes are; needs the same access token")
        String url,

        Instant createdAt) {
    static MediaView of(Media media, String publicUrl) {
        return new MediaView(
                media.id(),
                media.kind(),
                media.mimeType(),
                media.size(),
                media.sha256(),
                media.fileName(),
                "%s/api/v1/media/%s/content".formatted(publicUrl, media.id()),
                media.createdAt());
    }
}
