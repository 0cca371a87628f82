package io.posthorn.simulator.content;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.customer.CustomerMessage;
import io.posthorn.simulator.customer.Customers;
import io.posthorn.simulator.message.Composition;
import io.posthorn.simulator.message.Content;
import io.posthorn.simulator.message.LaterFailure;
import io.posthorn.simulator.message.MessageType;
import io.posthorn.simulator.message.Outgoing;
import io.posthorn.simulator.world.World;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** {@code reaction}: an emoji on a message of the customer's; an empty one takes it away again. */
@ApplicationScoped
class ReactionType implements MessageType {
    private static final Duration POSSIBLE_FOR = Duration.ofDays(30);
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
    public boolean isReceived() {
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
        var reaction = Composition.of(message.content().path("emoji").asText());
        return Customers.of(world)
                        .message(message.content().path("message_id").asText())
                        .filter(target -> isReactable(world, message, target))
                        .isPresent()
                ? reaction
                : reaction.failing(new LaterFailure(131009, "The message cannot be reacted to"));
    }

    private static boolean isReactable(World world, Outgoing message, CustomerMessage target) {
        return target.customer().equals(message.recipient().waId())
                && target.phoneNumberId().equals(message.sender().id())
                && !target.type().equals("reaction")
                && !target.isDeleted()
                && Instant.parse(target.at())
                        .plus(POSSIBLE_FOR)
                        .isAfter(world.clock().now());
    }
}
