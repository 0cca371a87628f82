package io.posthorn.media.compatible;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.posthorn.media.media.Media;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A file as Meta describes one. */
record GraphMediaView(
        @JsonProperty("messaging_product") @Schema(examples = "whatsapp")
        String messagingProduct,

        @Schema(description = "Where the bytes are; needs the same token, and lives as long as the file")
        String url,

        @JsonProperty("mime_type") @Schema(examples = "image/png")
        String mimeType,

        @Schema(description = "Of the bytes, hex") String sha256,

        @JsonProperty("file_size") @Schema(examples = "48213")
        String fileSize,

        UUID id) {
    static GraphMediaView of(Media media, String url) {
        return new GraphMediaView(
                "whatsapp", url, media.mimeType(), media.sha256(), Long.toString(media.size()), media.id());
    }
}
