package io.posthorn.simulator.inbound;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.ControlProblem;
import io.posthorn.simulator.media.MediaFile;
import io.posthorn.simulator.media.MediaFiles;
import io.posthorn.simulator.media.MediaStore;
import io.posthorn.simulator.media.MediaUrl;
import io.posthorn.simulator.media.SamplePicture;
import io.posthorn.simulator.world.WebhookForm;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/**
 * Files that customers send: an uploaded one by {@code id}, bytes as Base64 in {@code data} with {@code mime_type}, or,
 * for images, a picture of the simulator's own. What looks complete already goes out as it is.
 */
@ApplicationScoped
class InboundMedia implements InboundType {
    private static final int DOWNLOAD_ERROR = 131052;
    private static final Map<String, String> USUAL_TYPES = Map.of(
            "image", "image/png",
            "video", "video/mp4",
            "audio", "audio/ogg; codecs=opus",
            "voice", "audio/ogg; codecs=opus",
            "document", "application/pdf",
            "sticker", "image/webp");
    private static final Set<String> PARTS =
            Set.of("id", "data", "mime_type", "sha256", "url", "caption", "filename", "voice", "animated", "oversized");

    private final MediaStore store;

    InboundMedia(MediaStore store) {
        this.store = store;
    }

    @Override
    public Set<String> names() {
        return USUAL_TYPES.keySet();
    }

    @Override
    public Inbound complete(Writing writing) {
        var wish = writing.content();
        Wish.onlyKnown(wish, writing.type(), PARTS);
        PARTS.stream()
                .filter(part -> !Set.of("voice", "animated", "oversized").contains(part))
                .filter(part -> !part.equals("data"))
                .forEach(part -> Wish.optional(wish.path(part), part));
        if (wish.path("oversized").asBoolean()) {
            return new Inbound(
                    writing.type(),
                    null,
                    Map.of(
                            "errors",
                            InboundErrors.of(DOWNLOAD_ERROR, "Media download error", "The file is too large")));
        }
        return wish.has("id") && wish.has("mime_type") && wish.has("sha256")
                ? writing.of(wish)
                : writing.of(describe(writing, wish, file(writing, wish)));
    }

    private static ObjectNode describe(Writing writing, ObjectNode wish, MediaFile file) {
        var content = wish.deepCopy();
        content.remove("data");
        content.put("mime_type", file.mimeType())
                .put("sha256", file.base64Digest())
                .put("id", file.id());
        switch (writing.type()) {
            case "audio", "voice" -> content.put("voice", wish.path("voice").asBoolean(true));
            case "sticker" -> content.put("animated", wish.path("animated").asBoolean(false));
            case "document" -> content.put("filename", wish.path("filename").asText("document"));
            default -> {}
        }
        if (writing.world().settings().webhooks().form() == WebhookForm.OF_2026) {
            content.put("url", MediaUrl.of(writing.world(), writing.origin(), file.id()));
        }
        return content;
    }

    private MediaFile file(Writing writing, ObjectNode wish) {
        if (wish.has("id")) {
            return MediaFiles.of(writing.world())
                    .find(wish.path("id").asText())
                    .orElseThrow(() -> ControlProblem.refused("unknown_media", "The world has no such media"));
        }
        if (wish.has("data")) {
            var usual = USUAL_TYPES.get(writing.type());
            return received(writing, wish.path("mime_type").asText(usual), bytes(wish));
        }
        if (!writing.type().equals("image")) {
            throw ControlProblem.refused("media_required", "Either id or data says what the customer sends");
        }
        var hue = writing.world().dice().below(360, "picture", wish.toString());
        return received(writing, "image/png", SamplePicture.png(hue));
    }

    private MediaFile received(Writing writing, String mimeType, byte[] bytes) {
        return store.receive(writing.world(), writing.number().id(), mimeType, bytes)
                .orElseThrow(() -> ControlProblem.full("There is no room for more media"));
    }

    private static byte[] bytes(ObjectNode wish) {
        try {
            return Base64.getDecoder().decode(wish.path("data").asText());
        } catch (IllegalArgumentException notBase64) {
            throw ControlProblem.malformed("data is Base64");
        }
    }
}
