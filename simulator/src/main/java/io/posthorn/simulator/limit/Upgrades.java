package io.posthorn.simulator.limit;

import io.posthorn.simulator.number.NumberState;
import io.posthorn.simulator.world.World;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/** The numbers of a world that are being moved to the high throughput, during which they cannot be used. */
final class Upgrades {
    private static final long TAKES = 60_000;

    private final World world;
    private final Map<NumberState, Long> doneAt = Collections.synchronizedMap(new WeakHashMap<>());

    private Upgrades(World world) {
        this.world = world;
    }

    static Upgrades of(World world) {
        return world.part(Upgrades.class, () -> new Upgrades(world));
    }

    void begin(NumberState number) {
        number.become(number.traits().withThroughput("HIGH"));
        doneAt.put(number, world.clock().millis() + TAKES);
    }

    boolean isUnderWay(NumberState number) {
        var time = doneAt.get(number);
        return time != null && world.clock().millis() < time;
    }
}
