package io.posthorn.simulator.throughput;

import io.posthorn.simulator.number.NumberTraits;
import io.posthorn.simulator.number.Numbers;
import io.posthorn.simulator.world.World;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many messages have gone through the numbers of a world lately, in both directions: for each a bucket of one second's
 * worth, which fills by the world's clock.
 */
public final class Throughput {
    private static final int STANDARD = 80;
    private static final int HIGH = 1000;
    private static final int SHARED_WITH_THE_APP = 20;
    private static final double MILLIS = 1000;

    private final World world;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    private Throughput(World world) {
        this.world = world;
    }

    public static Throughput of(World world) {
        return world.part(Throughput.class, () -> new Throughput(world));
    }

    /** True when one more message may be sent now, which then counts. */
    public boolean take(String phoneNumberId) {
        return bucket(phoneNumberId).take(world.clock().millis(), perSecond(phoneNumberId), false);
    }

    /** Counts a message of a customer; those are never refused. */
    public void count(String phoneNumberId) {
        if (world.settings().limits().throughput()) {
            bucket(phoneNumberId).take(world.clock().millis(), perSecond(phoneNumberId), true);
        }
    }

    private Bucket bucket(String phoneNumberId) {
        return buckets.computeIfAbsent(phoneNumberId, ignored -> new Bucket());
    }

    private int perSecond(String phoneNumberId) {
        var traits = world.directory()
                .number(phoneNumberId)
                .map(number -> Numbers.of(world).of(number).traits());
        if (traits.filter(NumberTraits::sharedWithBusinessApp).isPresent()) {
            return SHARED_WITH_THE_APP;
        }
        return traits.filter(each -> each.throughput().equals("HIGH")).isPresent() ? HIGH : STANDARD;
    }

    private static final class Bucket {
        private double left = Double.MAX_VALUE;
        private long filledAt;

        synchronized boolean take(long now, int perSecond, boolean always) {
            left = Math.min(perSecond, left + Math.max(0, now - filledAt) * perSecond / MILLIS);
            filledAt = now;
            if (left < 1 && !always) {
                return false;
            }
            left = Math.max(0, left - 1);
            return true;
        }
    }
}
