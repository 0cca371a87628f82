package io.posthorn.simulator.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.media.MediaFiles;
import io.posthorn.simulator.media.MediaKind;
import io.posthorn.simulator.world.World;
import java.util.Locale;

/**
 * A file: by the id of an uploaded one, or by link. Links are believed, not loaded: what they lead to is none of the
 * simulator's business.
 */
abstract class MediaMessage implements MessageType {
    private static final int LONGEST_CAPTION = 1024;
    private static final int MEDIA_UPLOAD_ERROR = 131053;

    private final MediaKind kind;
    private final boolean takesCaption;

    MediaMessage(MediaKind kind, boolean takesCaption) {
        this.kind = kind;
        this.takesCaption = takesCaption;
    }

    @Override
    public String name() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void check(ObjectNode content) {
        var hasId = !content.path("id").asText("").isEmpty();
        var hasLink = !content.path("link").asText("").isEmpty();
        if (!hasId && !hasLink) {
            throw GraphError.of(131008)
                    .withDetails("Parameter '%1$s.id' or '%1$s.link' is mandatory for type '%1$s'".formatted(name()))
                    .failure();
        }
        if (hasId && hasLink) {
            throw invalid("Parameters '%1$s.id' and '%1$s.link' exclude each other".formatted(name()));
        }
        if (hasLink && !content.path("link").asText().matches("https?://[^\\s/]+.*")) {
            throw GraphError.of(100, "Param %s['link'] is not a valid URI.".formatted(name()))
                    .failure();
        }
        checkCaption(content);
    }

    @Override
    public Composition compose(World world, ObjectNode content) {
        var message = Composition.of(content.path("caption").asText(""));
        var id = content.path("id").asText("");
        if (id.isEmpty()) {
            return message;
        }
        var file = MediaFiles.of(world).find(id).orElseThrow(() -> GraphError.of(
                        100,
                        "Param %s['id'] is not a valid whatsapp business account media attachment ID".formatted(name()))
                .failure());
        return MediaKind.of(file.mimeType()).filter(kind::equals).isPresent()
                ? message
                : message.failing(new LaterFailure(
                        MEDIA_UPLOAD_ERROR, "Unsupported %s mime type %s".formatted(name(), file.mimeType())));
    }

    private void checkCaption(ObjectNode content) {
        var caption = content.path("caption");
        if (caption.isMissingNode() || caption.isNull()) {
            return;
        }
        if (!takesCaption || !caption.isTextual()) {
            throw GraphError.of(100, "Unexpected key \"caption\" on param \"%s\".".formatted(name()))
                    .failure();
        }
        if (caption.textValue().codePointCount(0, caption.textValue().length()) > LONGEST_CAPTION) {
            throw invalid("Caption exceeds %d characters".formatted(LONGEST_CAPTION));
        }
    }

    private static RuntimeException invalid(String details) {
        return GraphError.of(131009).withDetails(details).failure();
    }
}
