package io.posthorn.simulator.content;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.message.Composition;
import io.posthorn.simulator.message.Content;
import io.posthorn.simulator.message.MessageType;
import io.posthorn.simulator.message.Outgoing;
import io.posthorn.simulator.world.World;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** {@code text}: a body of 1 to 4096 characters, optionally with a preview of its first link. */
@ApplicationScoped
class TextType implements MessageType {
    private static final int LONGEST_BODY = 4096;
    private static final Set<String> PROPERTIES = Set.of("body", "preview_url");

    @Override
    public String name() {
        return "text";
    }

    @Override
    public void check(JsonNode content) {
        Content.of(content, name()).only(PROPERTIES);
        var body = content.path("body");
        if (body.isMissingNode() || body.isNull() || body.asText("").isEmpty() && body.isTextual()) {
            throw GraphError.of(131008)
                    .withDetails("Parameter 'text.body' is mandatory for type 'text'")
                    .failure();
        }
        if (!body.isTextual()) {
            throw GraphError.of(100, "Param text['body'] must be a string.").failure();
        }
        if (body.textValue().codePointCount(0, body.textValue().length()) > LONGEST_BODY) {
            throw GraphError.of(131009)
                    .withDetails("Text body exceeds %d characters".formatted(LONGEST_BODY))
                    .failure();
        }
        var preview = content.path("preview_url");
        if (!preview.isMissingNode() && !preview.isBoolean()) {
            throw GraphError.of(100, "Param text['preview_url'] must be a boolean.")
                    .failure();
        }
    }

    @Override
    public Composition compose(World world, Outgoing message) {
        return Composition.of(message.content().path("body").textValue());
    }
}
