package io.posthorn.simulator.limit;

import io.posthorn.simulator.customer.Customers;
import io.posthorn.simulator.message.Arrival;
import io.posthorn.simulator.message.LaterFailure;
import io.posthorn.simulator.message.LaterRule;
import io.posthorn.simulator.message.SentMessage;
import io.posthorn.simulator.world.World;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What keeps marketing from customers: they had enough of it, do not want any, or are in an experiment. */
@ApplicationScoped
class MarketingLimits implements LaterRule, Arrival {
    private static final LaterFailure ENOUGH =
            new LaterFailure(131049, "This message was not delivered to maintain healthy ecosystem engagement.");
    private static final LaterFailure STOPPED =
            new LaterFailure(131050, "The user has stopped marketing messages from this business.");
    private static final LaterFailure EXPERIMENT = new LaterFailure(
            130472, "Failed to send message because this user's phone number is part of an experiment");

    @Override
    public Optional<LaterFailure> failure(World world, SentMessage message) {
        return message.composition().isMarketing() ? failureOfMarketing(world, message) : Optional.empty();
    }

    @Override
    public void arrived(World world, SentMessage message) {
        if (message.composition().isMarketing()
                && world.settings().limits().marketingPerDay() > 0
                && !isAnswer(world, message)) {
            MarketingTally.of(world).add(message.customer());
        }
    }

    private static Optional<LaterFailure> failureOfMarketing(World world, SentMessage message) {
        var limits = world.settings().limits();
        var customer = message.customer();
        if (Customers.of(world).hasStoppedMarketing(message.phoneNumberId(), customer)) {
            return Optional.of(STOPPED);
        }
        if (world.dice().chance(limits.experimentRate(), "experiment", customer)) {
            return Optional.of(EXPERIMENT);
        }
        if (limits.usMarketingPaused() && customer.startsWith("1")) {
            return Optional.of(ENOUGH);
        }
        return limits.marketingPerDay() > 0
                        && !isAnswer(world, message)
                        && MarketingTally.of(world).of(customer) >= limits.marketingPerDay()
                ? Optional.of(ENOUGH)
                : Optional.empty();
    }

    /** Who writes may be answered, also with marketing. */
    private static boolean isAnswer(World world, SentMessage message) {
        return Customers.of(world).isWindowOpen(message.phoneNumberId(), message.customer());
    }
}
