package io.posthorn.cloudapi.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.cloudapi.part.Read;
import java.util.Optional;

/**
 * The advertisement or post from which the customer came.
 *
 * @param clickId Meta's id of the click; missing for ads in statuses
 */
public record Referral(
        Optional<String> sourceUrl,
        Optional<String> sourceId,
        Optional<String> sourceType,
        Optional<String> headline,
        Optional<String> body,
        Optional<String> mediaType,
        Optional<String> imageUrl,
        Optional<String> videoUrl,
        Optional<String> thumbnailUrl,
        Optional<String> clickId,
        Optional<String> welcomeText) {

    /** Empty when the message does not come from one. */
    public static Optional<Referral> of(JsonNode json) {
        return json.isObject()
                ? Optional.of(new Referral(
                        Read.text(json, "source_url"),
                        Read.text(json, "source_id"),
                        Read.text(json, "source_type"),
                        Read.string(json, "headline"),
                        Read.string(json, "body"),
                        Read.text(json, "media_type"),
                        Read.text(json, "image_url"),
                        Read.text(json, "video_url"),
                        Read.text(json, "thumbnail_url"),
                        Read.text(json, "ctwa_clid"),
                        Read.string(json.path("welcome_message"), "text")))
                : Optional.empty();
    }
}
