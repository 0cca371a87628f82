package io.posthorn.simulator.limit;

import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.message.Outgoing;
import io.posthorn.simulator.message.SendRule;
import io.posthorn.simulator.number.Numbers;
import io.posthorn.simulator.world.World;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** A number that is being upgraded cannot be used for a minute. */
@ApplicationScoped
class UpgradeRule implements SendRule {
    @Override
    public Optional<GraphError> refusal(World world, Outgoing message) {
        return world.settings().limits().throughput()
                        && Upgrades.of(world).isUnderWay(Numbers.of(world).of(message.sender()))
                ? Optional.of(GraphError.of(131057).withDetails("The number is being upgraded to a higher throughput"))
                : Optional.empty();
    }
}
