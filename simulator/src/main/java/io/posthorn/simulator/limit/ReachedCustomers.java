package io.posthorn.simulator.limit;

import io.posthorn.simulator.world.World;
import java.util.LinkedHashMap;
import java.util.Map;

/** Whom the business has reached by itself in the last 24 hours; for all numbers of a world together. */
final class ReachedCustomers {
    private static final int MOST = 150_000;
    private static final long DAY = 24L * 3600 * 1000;

    private final World world;
    private final Map<String, Long> since = new LinkedHashMap<>();

    private ReachedCustomers(World world) {
        this.world = world;
    }

    static ReachedCustomers of(World world) {
        return world.part(ReachedCustomers.class, () -> new ReachedCustomers(world));
    }

    /** False when that would be one too many; who has been reached already may be reached again. */
    synchronized boolean reach(String customer, int most) {
        forgetOld();
        if (since.containsKey(customer)) {
            return true;
        }
        if (since.size() >= most) {
            return false;
        }
        if (since.size() < MOST) {
            since.put(customer, world.clock().millis());
        }
        return true;
    }

    synchronized int count() {
        forgetOld();
        return since.size();
    }

    private void forgetOld() {
        var old = world.clock().millis() - DAY;
        var each = since.values().iterator();
        while (each.hasNext() && each.next() <= old) {
            each.remove();
        }
    }
}
