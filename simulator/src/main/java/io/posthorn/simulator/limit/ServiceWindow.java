package io.posthorn.simulator.limit;

import io.posthorn.simulator.customer.Customers;
import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.message.LaterFailure;
import io.posthorn.simulator.message.LaterRule;
import io.posthorn.simulator.message.Outgoing;
import io.posthorn.simulator.message.SendRule;
import io.posthorn.simulator.message.SentMessage;
import io.posthorn.simulator.world.WindowRule;
import io.posthorn.simulator.world.World;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Outside the 24 hours after a customer's last message only templates arrive; the rest is refused, or fails later. */
@ApplicationScoped
class ServiceWindow implements SendRule, LaterRule {
    private static final int CODE = 131047;
    private static final String DETAILS =
            "Message failed to send because more than 24 hours have passed since the customer "
                    + "last replied to this number.";

    @Override
    public Optional<GraphError> refusal(World world, Outgoing message) {
        return world.settings().window() == WindowRule.REFUSED && isClosedFor(world, message)
                ? Optional.of(GraphError.of(CODE).withDetails(DETAILS))
                : Optional.empty();
    }

    @Override
    public Optional<LaterFailure> failure(World world, SentMessage message) {
        return world.settings().window() == WindowRule.FAILS_LATER && isClosedFor(world, message.outgoing())
                ? Optional.of(new LaterFailure(CODE, DETAILS))
                : Optional.empty();
    }

    private static boolean isClosedFor(World world, Outgoing message) {
        return message.type().needsOpenWindow()
                && !message.recipient().isGroup()
                && !Customers.of(world)
                        .isWindowOpen(message.sender().id(), message.recipient().waId());
    }
}
