package io.posthorn.simulator.limit;

import io.posthorn.simulator.message.LaterFailure;
import io.posthorn.simulator.message.LaterRule;
import io.posthorn.simulator.message.SentMessage;
import io.posthorn.simulator.world.World;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** A share of all numbers is not on WhatsApp; always the same ones. */
@ApplicationScoped
class UndeliverableRule implements LaterRule {
    @Override
    public Optional<LaterFailure> failure(World world, SentMessage message) {
        return world.dice().chance(world.settings().limits().undeliverableRate(), "undeliverable", message.customer())
                ? Optional.of(new LaterFailure(131026, "Message Undeliverable."))
                : Optional.empty();
    }
}
