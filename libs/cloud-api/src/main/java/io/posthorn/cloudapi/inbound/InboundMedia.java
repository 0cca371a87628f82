package io.posthorn.cloudapi.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.cloudapi.part.MediaKind;
import io.posthorn.cloudapi.part.Read;
import java.util.Optional;

/**
 * A file that a customer sent. Meta keeps it for seven days.
 *
 * @param url where it is for five minutes; else ask for the id
 * @param sha256 in base64
 * @param voice a voice note
 * @param animated a sticker that moves
 */
public record InboundMedia(
        MediaKind kind,
        String id,
        Optional<String> mimeType,
        Optional<String> sha256,
        Optional<String> caption,
        Optional<String> filename,
        Optional<String> url,
        boolean voice,
        boolean animated) {

    static Optional<InboundMedia> of(MediaKind kind, JsonNode body) {
        return Read.text(body, "id")
                .map(id -> new InboundMedia(
                        kind,
                        id,
                        Read.text(body, "mime_type"),
                        Read.text(body, "sha256"),
                        Read.string(body, "caption"),
                        Read.string(body, "filename"),
                        Read.text(body, "url"),
                        body.path("voice").asBoolean(false),
                        body.path("animated").asBoolean(false)));
    }

    @Override
    public String toString() {
        return "InboundMedia[%s, %s]".formatted(kind, id);
    }
}
