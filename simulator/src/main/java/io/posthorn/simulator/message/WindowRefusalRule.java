package io.posthorn.simulator.message;

import io.posthorn.simulator.customer.Customers;
import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.world.WindowRule;
import io.posthorn.simulator.world.World;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Refuses outside the 24-hour window in worlds that refuse it in the answer; others let the message fail later. */
@ApplicationScoped
class WindowRefusalRule implements SendRule {
    static final int CODE = 131047;
    static final String DETAILS = "Message failed to send because more than 24 hours have passed since the customer "
            + "last replied to this number.";

    @Override
    public Optional<GraphError> refusal(World world, Outgoing message) {
        return message.type().needsOpenWindow()
                        && world.settings().window() == WindowRule.REFUSED
                        && !Customers.of(world)
                                .isWindowOpen(
                                        message.sender().id(),
                                        message.recipient().waId())
                ? Optional.of(GraphError.of(CODE).withDetails(DETAILS))
                : Optional.empty();
    }
}
