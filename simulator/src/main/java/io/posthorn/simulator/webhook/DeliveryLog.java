package io.posthorn.simulator.webhook;

import io.posthorn.simulator.world.World;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The latest deliveries of a world; the oldest go first, by number and by size. */
final class DeliveryLog {
    private static final byte[] NOTHING = {};
    private static final int MOST_DELIVERIES = 2000;
    private static final long MOST_BYTES = 8L * 1024 * 1024;

    private final Deque<Delivery> deliveries = new ArrayDeque<>();
    private long bytes;
    private long lastId;

    private DeliveryLog() {}

    static DeliveryLog of(World world) {
        return world.part(DeliveryLog.class, DeliveryLog::new);
    }

    /** Keeps a record of an update that is not sent at all. */
    void skip(World world, Update update, DeliveryState state) {
        var destination = new Destination(
                world.identity().appId(), Destination.account(world, update), "", true, update.isManagement());
        open(world, NOTHING, destination, List.of(update), state);
    }

    synchronized Delivery open(
            World world, byte[] body, Destination destination, List<Update> updates, DeliveryState state) {
        var id = "%s-d%d".formatted(world.id(), ++lastId);
        var delivery =
                new Delivery(id, body, destination, updates, world.clock().millis(), state);
        deliveries.addLast(delivery);
        bytes += body.length;
        while (deliveries.size() > MOST_DELIVERIES || bytes > MOST_BYTES) {
            bytes -= deliveries.removeFirst().body().length;
        }
        return delivery;
    }

    /** The latest deliveries that match, oldest first. */
    synchronized List<Delivery> latest(Predicate<Delivery> wanted, int limit) {
        var matching = deliveries.stream().filter(wanted).toList();
        return matching.subList(Math.max(0, matching.size() - limit), matching.size());
    }

    synchronized Optional<Delivery> find(String id) {
        return deliveries.stream().filter(delivery -> delivery.id().equals(id)).findFirst();
    }
}
