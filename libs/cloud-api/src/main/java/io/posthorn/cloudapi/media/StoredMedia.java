package io.posthorn.cloudapi.media;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * A file as Meta keeps it.
 *
 * @param url where its bytes are, for five minutes and with the token only
 * @param sha256 in lower-case hexadecimal digits, however Meta wrote it
 */
public record StoredMedia(String id, String url, String mimeType, Optional<String> sha256, Optional<Long> size) {
    private static final int DIGEST_BYTES = 32;

    static Optional<StoredMedia> of(JsonNode answer) {
        var id = answer.path("id").asText("");
        var url = answer.path("url").asText("");
        if (id.isBlank() || url.isBlank()) {
            return Optional.empty();
        }
        var size = answer.path("file_size").asLong(-1);
        return Optional.of(new StoredMedia(
                id,
                url,
                answer.path("mime_type").asText(""),
                hexadecimal(answer.path("sha256").asText("")),
                size < 0 ? Optional.empty() : Optional.of(size)));
    }

    /** Meta writes digests as digits here and as base64 in webhooks. */
    public static Optional<String> hexadecimal(String digest) {
        if (digest.matches("[0-9a-fA-F]{64}")) {
            return Optional.of(digest.toLowerCase(Locale.ROOT));
        }
        try {
            return Optional.of(Base64.getDecoder().decode(digest))
                    .filter(bytes -> bytes.length == DIGEST_BYTES)
                    .map(HexFormat.of()::formatHex);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** The address opens the file for whoever has the token. */
    @Override
    public String toString() {
        return "StoredMedia[%s, %s]".formatted(id, mimeType);
    }
}
