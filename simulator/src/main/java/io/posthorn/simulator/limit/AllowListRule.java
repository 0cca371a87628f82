package io.posthorn.simulator.limit;

import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.message.Outgoing;
import io.posthorn.simulator.message.SendRule;
import io.posthorn.simulator.number.Numbers;
import io.posthorn.simulator.world.World;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** A test number, one in {@code SANDBOX} mode, writes only to those who were named for it. */
@ApplicationScoped
class AllowListRule implements SendRule {
    @Override
    public Optional<GraphError> refusal(World world, Outgoing message) {
        var mode = Numbers.of(world).of(message.sender()).traits().accountMode();
        return mode.equals("SANDBOX")
                        && !AllowLists.of(world)
                                .all(message.sender().id())
                                .contains(message.recipient().waId())
                ? Optional.of(GraphError.of(131030)
                        .withDetails("Recipient phone number not in allowed list: Add recipient phone number to "
                                + "recipient list and try again."))
                : Optional.empty();
    }
}
