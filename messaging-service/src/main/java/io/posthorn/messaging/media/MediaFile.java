package io.posthorn.messaging.media;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.posthorn.cloudapi.media.MediaRules;
import java.util.Optional;
import java.util.UUID;

/** What media-service tells of a file. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record MediaFile(UUID id, String kind, String mimeType, long size) {
    /** Why WhatsApp would not show the file as this; empty when it does. */
    Optional<String> refusalAs(FileUse use) {
        return mimeType == null
                ? Optional.of("The type of this file is not known yet")
                : MediaRules.refusalAs(use.kind(), use.voice(), mimeType, size);
    }
}
