package io.posthorn.simulator.limit;

import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.message.Outgoing;
import io.posthorn.simulator.message.SendRule;
import io.posthorn.simulator.world.World;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

@ApplicationScoped
class NotToYourselfRule implements SendRule {
    @Override
    public Optional<GraphError> refusal(World world, Outgoing message) {
        return message.recipient().waId().equals(message.sender().digits())
                ? Optional.of(GraphError.of(131021))
                : Optional.empty();
    }
}
