package io.posthorn.simulator.limit;

import io.posthorn.simulator.world.World;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** The marketing that customers of a world got in the last 24 hours, from whichever number. */
final class MarketingTally {
    private static final int MOST = 100_000;
    private static final int MOST_EACH = 100;
    private static final long DAY = 24L * 3600 * 1000;

    private final World world;
    private final Map<String, Deque<Long>> arrivals = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Long>> eldest) {
            return size() > MOST;
        }
    };

    private MarketingTally(World world) {
        this.world = world;
    }

    static MarketingTally of(World world) {
        return world.part(MarketingTally.class, () -> new MarketingTally(world));
    }

    synchronized void add(String customer) {
        var times = arrivals.computeIfAbsent(customer, ignored -> new ArrayDeque<>());
        times.addLast(world.clock().millis());
        if (times.size() > MOST_EACH) {
            times.removeFirst();
        }
    }

    synchronized int of(String customer) {
        var times = arrivals.get(customer);
        if (times == null) {
            return 0;
        }
        times.removeIf(time -> time <= world.clock().millis() - DAY);
        return times.size();
    }
}
