package io.posthorn.messaging.media;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Set;
import java.util.UUID;

/** What media-service tells of a file. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record MediaFile(UUID id, String kind, String mimeType, long size) {
    private static final Set<String> IMAGES = Set.of("image/jpeg", "image/png");
    private static final long LARGEST_IMAGE = 5 * 1024 * 1024;

    /** What WhatsApp shows as an image. */
    boolean isSendableImage() {
        return mimeType != null && IMAGES.contains(mimeType) && size <= LARGEST_IMAGE;
    }
}
