package io.posthorn.simulator.limit;

import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.message.Outgoing;
import io.posthorn.simulator.message.SendRule;
import io.posthorn.simulator.throughput.Throughput;
import io.posthorn.simulator.world.World;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** So many messages a second go through a number as its level allows. */
@ApplicationScoped
class ThroughputRule implements SendRule {
    @Override
    public Optional<GraphError> refusal(World world, Outgoing message) {
        if (!world.settings().limits().throughput()
                || Throughput.of(world).take(message.sender().id())) {
            return Optional.empty();
        }
        return Optional.of(GraphError.of(130429)
                .withDetails("Message failed to send because there were too many messages sent from "
                        + "this phone number in a short period of time"));
    }
}
