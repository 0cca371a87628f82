package io.posthorn.simulator.world;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/**
 * Each world is bounded, but there can be many. When what survives garbage collection nearly fills the heap, new work is
 * refused: a simulator that says "overloaded" is of more use than one that died.
 */
public final class MemoryGuard {
    private static final double NEARLY_FULL = 0.88;
    private static final List<MemoryPoolMXBean> LONG_LIVED = watch();

    private MemoryGuard() {}

    public static boolean isNearlyFull() {
        for (var pool : LONG_LIVED) {
            if (pool.isCollectionUsageThresholdExceeded()) {
                return true;
            }
        }
        return false;
    }

    private static List<MemoryPoolMXBean> watch() {
        var pools = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isUsageThresholdSupported())
                .filter(pool -> pool.isCollectionUsageThresholdSupported()
                        && pool.getUsage().getMax() > 0)
                .toList();
        pools.forEach(
                pool -> pool.setCollectionUsageThreshold((long) (pool.getUsage().getMax() * NEARLY_FULL)));
        return pools;
    }
}
