package io.posthorn.simulator.limit;

import io.posthorn.simulator.customer.Customers;
import io.posthorn.simulator.message.LaterFailure;
import io.posthorn.simulator.message.LaterRule;
import io.posthorn.simulator.message.SentMessage;
import io.posthorn.simulator.number.Numbers;
import io.posthorn.simulator.world.World;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** So many customers a day can be reached by templates outside their windows. */
@ApplicationScoped
class MessagingLimit implements LaterRule {
    private static final int CODE = 131048;

    private final Rises rises;

    MessagingLimit(Rises rises) {
        this.rises = rises;
    }

    @Override
    public Optional<LaterFailure> failure(World world, SentMessage message) {
        var limits = world.settings().limits();
        if (!limits.messagingLimit() && !limits.throughput() || !isCounted(world, message)) {
            return Optional.empty();
        }
        var number = Numbers.of(world).of(message.outgoing().sender());
        var most = limits.messagingLimit()
                ? Tier.of(number.traits().messagingLimit()).customers()
                : Integer.MAX_VALUE;
        if (!ReachedCustomers.of(world).reach(message.customer(), most)) {
            return Optional.of(new LaterFailure(
                    CODE,
                    "Message failed to send because the messaging limit of %d customers is reached".formatted(most)));
        }
        rises.notice(world, number);
        return Optional.empty();
    }

    private static boolean isCounted(World world, SentMessage message) {
        return message.composition().template().isPresent()
                && !message.outgoing().recipient().isGroup()
                && !Customers.of(world).isWindowOpen(message.phoneNumberId(), message.customer());
    }
}
