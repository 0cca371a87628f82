package io.posthorn.simulator.content;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.media.MediaKind;
import io.posthorn.simulator.message.Composition;
import io.posthorn.simulator.message.Content;
import io.posthorn.simulator.message.MediaReference;
import io.posthorn.simulator.message.MessageType;
import io.posthorn.simulator.message.Outgoing;
import io.posthorn.simulator.world.World;
import java.util.Locale;
import java.util.Set;

/** A file, and what may stand beside it. */
abstract class MediaMessage implements MessageType {
    private static final int LONGEST_CAPTION = 1024;

    private final MediaKind kind;
    private final Set<String> properties;

    /** @param properties what is allowed beside {@code id} and {@code link} */
    MediaMessage(MediaKind kind, String... properties) {
        this.kind = kind;
        this.properties = Set.of(properties);
    }

    @Override
    public String name() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void check(JsonNode node) {
        var content = Content.of(node, name());
        MediaReference.of(kind, content).check();
        node.fieldNames().forEachRemaining(this::refuseUnknown);
        if (node.hasNonNull("caption")) {
            checkCaption(node.get("caption"));
        }
        content.optionalText("filename", LONGEST_CAPTION);
        if (content.has("voice") && !node.get("voice").isBoolean()) {
            throw content.malformed("voice", "a boolean");
        }
    }

    @Override
    public Composition compose(World world, Outgoing message) {
        var content = message.content();
        var composition = Composition.of(content.path("caption").asText(""));
        return MediaReference.of(kind, Content.of(content, name()))
                .failure(world)
                .map(composition::failing)
                .orElse(composition);
    }

    private void refuseUnknown(String property) {
        if (!property.equals("id") && !property.equals("link") && !properties.contains(property)) {
            throw GraphError.of(100, "Unexpected key \"%s\" on param \"%s\".".formatted(property, name()))
                    .failure();
        }
    }

    private void checkCaption(JsonNode caption) {
        if (!caption.isTextual()) {
            throw GraphError.of(100, "Param %s['caption'] must be a string.".formatted(name()))
                    .failure();
        }
        if (Content.length(caption.textValue()) > LONGEST_CAPTION) {
            throw GraphError.of(131009)
                    .withDetails("Caption exceeds %d characters".formatted(LONGEST_CAPTION))
                    .failure();
        }
    }
}
