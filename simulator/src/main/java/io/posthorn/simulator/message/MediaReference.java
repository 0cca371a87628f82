package io.posthorn.simulator.message;

import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.media.MediaFiles;
import io.posthorn.simulator.media.MediaKind;
import io.posthorn.simulator.world.World;
import java.util.Locale;
import java.util.Optional;

/** A file that a send names: by the id of an uploaded one, or by link; by exactly one of them. */
public record MediaReference(MediaKind kind, Content content) {
    private static final int MEDIA_UPLOAD_ERROR = 131053;
    private static final int LONGEST_LINK = 2048;

    public static MediaReference of(MediaKind kind, Content content) {
        return new MediaReference(kind, content);
    }

    public String name() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    public MediaReference check() {
        if (id().isEmpty() && link().isEmpty()) {
            throw GraphError.of(131008)
                    .withDetails("Parameter '%1$s.id' or '%1$s.link' is mandatory for type '%2$s'"
                            .formatted(content.path(), name()))
                    .failure();
        }
        if (!id().isEmpty() && !link().isEmpty()) {
            throw content.invalid("Parameters '%1$s.id' and '%1$s.link' exclude each other".formatted(content.path()));
        }
        if (!link().isEmpty() && !link().matches("https?://[^\\s/]+.*") || link().length() > LONGEST_LINK) {
            throw GraphError.of(100, "Param %s['link'] is not a valid URI.".formatted(content.path()))
                    .failure();
        }
        return this;
    }

    /** Why the message will fail because of the file, which has to be there. */
    public Optional<LaterFailure> failure(World world) {
        if (id().isEmpty()) {
            return Optional.empty();
        }
        var file = MediaFiles.of(world).find(id()).orElseThrow(() -> GraphError.of(
                        100,
                        "Param %s['id'] is not a valid whatsapp business account media attachment ID"
                                .formatted(content.path()))
                .failure());
        return MediaKind.of(file.mimeType()).filter(kind::equals).isPresent()
                ? Optional.empty()
                : Optional.of(new LaterFailure(
                        MEDIA_UPLOAD_ERROR, "Unsupported %s mime type %s".formatted(name(), file.mimeType())));
    }

    public String link() {
        return content.node().path("link").asText("");
    }

    private String id() {
        return content.node().path("id").asText("");
    }
}
