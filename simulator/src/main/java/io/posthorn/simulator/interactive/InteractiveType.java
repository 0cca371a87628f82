package io.posthorn.simulator.interactive;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.message.Composition;
import io.posthorn.simulator.message.Content;
import io.posthorn.simulator.message.MessageType;
import io.posthorn.simulator.message.Outgoing;
import io.posthorn.simulator.world.World;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code interactive}: a text with something to press, by its own {@code type}. */
@ApplicationScoped
class InteractiveType implements MessageType {
    @Override
    public String name() {
        return "interactive";
    }

    @Override
    public void check(JsonNode node) {
        var content = Content.of(node, name());
        InteractiveKinds.ALL
                .get(content.oneOf("type", InteractiveKinds.ALL.keySet()))
                .check(content);
    }

    @Override
    public Composition compose(World world, Outgoing message) {
        var content = Content.of(message.content(), name());
        var composition =
                Composition.of(message.content().path("body").path("text").asText(""));
        return files(content)
                .map(header -> HeaderRule.media(header).flatMap(file -> file.failure(world)))
                .flatMap(Optional::stream)
                .findFirst()
                .map(composition::failing)
                .orElse(composition);
    }

    private static Stream<Content> files(Content content) {
        var cards = content.node().path("action").path("cards");
        return Stream.concat(Stream.of(content.node()), cards.valueStream())
                .map(part -> part.path("header"))
                .filter(JsonNode::isObject)
                .map(header -> Content.of(header, "interactive.header"));
    }
}
