package io.posthorn.simulator.limit;

import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.message.Outgoing;
import io.posthorn.simulator.message.SendRule;
import io.posthorn.simulator.webhook.Webhooks;
import io.posthorn.simulator.world.MemoryGuard;
import io.posthorn.simulator.world.World;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The simulator's memory has an end: better a clear "overloaded" than a message without statuses. */
@ApplicationScoped
class CapacityRule implements SendRule {
    private static final int API_SERVICE = 2;

    private final Webhooks webhooks;

    CapacityRule(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @Override
    public Optional<GraphError> refusal(World world, Outgoing message) {
        var full = world.timeline().isFull() || webhooks.areCongested(world) || MemoryGuard.isNearlyFull();
        return full ? Optional.of(GraphError.of(API_SERVICE)) : Optional.empty();
    }
}
