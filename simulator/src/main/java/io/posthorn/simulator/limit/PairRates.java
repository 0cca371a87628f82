package io.posthorn.simulator.limit;

import io.posthorn.simulator.world.World;
import java.util.LinkedHashMap;
import java.util.Map;

/** When each number of a world may write to each customer again. The pairs that were silent longest are forgotten first. */
final class PairRates {
    private static final int MOST = 100_000;
    private static final int MOST_AT_ONCE = 45;
    private static final long PACE = 6000;

    private final World world;
    private final Map<String, Pair> pairs = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Pair> eldest) {
            return size() > MOST;
        }
    };

    private PairRates(World world) {
        this.world = world;
    }

    static PairRates of(World world) {
        return world.part(PairRates.class, () -> new PairRates(world));
    }

    synchronized boolean take(String phoneNumberId, String customer) {
        return pairs.computeIfAbsent(phoneNumberId + " " + customer, ignored -> new Pair())
                .take(world.clock().millis());
    }

    private static final class Pair {
        private long burstBegan;
        private int inBurst;
        private long paidUntil;

        boolean take(long now) {
            if (now >= paidUntil) {
                burstBegan = now;
                inBurst = 0;
                paidUntil = now;
            } else if (now - burstBegan >= PACE || inBurst >= MOST_AT_ONCE) {
                return false;
            }
            inBurst++;
            paidUntil += PACE;
            return true;
        }
    }
}
