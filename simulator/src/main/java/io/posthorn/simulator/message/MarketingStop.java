package io.posthorn.simulator.message;

import io.posthorn.simulator.customer.Customers;
import io.posthorn.simulator.world.World;
import java.util.Optional;

/** Marketing fails for customers who do not want any from the number. */
final class MarketingStop {
    private static final LaterFailure STOPPED =
            new LaterFailure(131050, "The user has chosen to stop receiving marketing messages from this business");

    private MarketingStop() {}

    static Optional<LaterFailure> of(World world, SentMessage message) {
        return message.composition().category().equals("marketing")
                        && Customers.of(world).hasStoppedMarketing(message.phoneNumberId(), message.customer())
                ? Optional.of(STOPPED)
                : Optional.empty();
    }
}
