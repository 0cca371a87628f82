package io.posthorn.simulator.limit;

import io.posthorn.simulator.number.NumberState;
import io.posthorn.simulator.world.World;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** The numbers of a world whose messaging limit will rise soon. */
final class RisingTiers {
    private final Set<NumberState> numbers = Collections.newSetFromMap(new IdentityHashMap<>());

    private RisingTiers() {}

    static RisingTiers of(World world) {
        return world.part(RisingTiers.class, RisingTiers::new);
    }

    /** False when it is there already. */
    synchronized boolean add(NumberState number) {
        return numbers.add(number);
    }

    synchronized void remove(NumberState number) {
        numbers.remove(number);
    }
}
