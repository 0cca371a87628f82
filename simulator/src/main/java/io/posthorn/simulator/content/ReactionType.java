package io.posthorn.simulator.content;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.message.Composition;
import io.posthorn.simulator.message.Content;
import io.posthorn.simulator.message.MessageType;
import io.posthorn.simulator.message.Outgoing;
import io.posthorn.simulator.world.World;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** {@code reaction}: an emoji on a message of the customer's; an empty one takes it away again. */
@ApplicationScoped
class ReactionType implements MessageType {
    private static final int LONGEST_ID = 255;
    private static final int LONGEST_EMOJI = 32;
    private static final Set<String> PROPERTIES = Set.of("message_id", "emoji");

    @Override
    public String name() {
        return "reaction";
    }

    @Override
    public boolean mayQuote() {
        return false;
    }

    @Override
    public void check(JsonNode node) {
        var content = Content.of(node, name());
        content.only(PROPERTIES);
        content.text("message_id", LONGEST_ID);
        content.optionalText("emoji", LONGEST_EMOJI).orElseThrow(() -> content.missing("emoji"));
    }

    @Override
    public Composition compose(World world, Outgoing message) {
        return Composition.of(message.content().path("emoji").asText());
    }
}
