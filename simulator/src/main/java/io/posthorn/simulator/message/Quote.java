package io.posthorn.simulator.message;

import io.posthorn.simulator.customer.CustomerMessage;
import io.posthorn.simulator.customer.Customers;
import io.posthorn.simulator.group.Groups;
import io.posthorn.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a reply repeats of the message that it answers. It is taken from there as the reply goes out; when it cannot be had the
 * reply arrives without it.
 */
final class Quote {
    private static final Duration KEPT_FOR = Duration.ofDays(30);

    private Quote() {}

    /** The text that the phone draws above the reply, if it draws any. */
    static Optional<String> drawnOn(World world, Outgoing reply) {
        return reply.quoted()
                .filter(wamid -> reply.type().showsQuote())
                .flatMap(wamid -> ofCustomer(world, reply, wamid).or(() -> ofBusiness(world, reply, wamid)));
    }

    private static Optional<String> ofCustomer(World world, Outgoing reply, String wamid) {
        return Customers.of(world)
                .message(wamid)
                .filter(message -> isOfChat(world, reply, message))
                .filter(message -> !message.isDeleted() && isKept(world, Instant.parse(message.at())))
                .map(CustomerMessage::text);
    }

    private static Optional<String> ofBusiness(World world, Outgoing reply, String wamid) {
        return SentMessages.of(world)
                .find(wamid)
                .filter(message -> message.customer().equals(reply.recipient().waId())
                        && message.phoneNumberId().equals(reply.sender().id()))
                .filter(message -> isKept(world, message.at()))
                .map(SentMessage::text);
    }

    private static boolean isOfChat(World world, Outgoing reply, CustomerMessage message) {
        var chat = reply.recipient().waId();
        return message.phoneNumberId().equals(reply.sender().id())
                && (message.customer().equals(chat)
                        || Groups.of(world)
                                .find(chat)
                                .filter(group -> group.participants().contains(message.customer()))
                                .isPresent());
    }

    private static boolean isKept(World world, Instant at) {
        return !at.plus(KEPT_FOR).isBefore(world.clock().now());
    }
}
