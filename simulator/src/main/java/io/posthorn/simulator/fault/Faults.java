package io.posthorn.simulator.fault;

import io.posthorn.simulator.control.ControlProblem;
import io.posthorn.simulator.world.World;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The faults planned in one world, in the order of planning; at most one strikes at a time. */
public final class Faults {
    private static final int MOST = 1000;

    private final World world;
    private final List<Fault> faults = new CopyOnWriteArrayList<>();
    private int planned;

    private Faults(World world) {
        this.world = world;
    }

    public static Faults of(World world) {
        return world.part(Faults.class, () -> new Faults(world));
    }

    /** The fault that strikes now, if any. */
    public Optional<FaultPlan> strike(FaultTarget target) {
        if (faults.isEmpty()) {
            return Optional.empty();
        }
        var now = world.clock().millis();
        for (var fault : faults) {
            if (fault.strikes(target, world.dice(), now)) {
                return Optional.of(fault.plan());
            }
        }
        return Optional.empty();
    }

    synchronized Fault plan(FaultPlan plan) {
        var now = world.clock().millis();
        faults.removeIf(fault -> faults.size() >= MOST && fault.isSpent(now));
        if (faults.size() >= MOST) {
            throw ControlProblem.full("There are already %d faults; delete some".formatted(MOST));
        }
        var fault = new Fault("f" + ++planned, plan, now);
        faults.add(fault);
        return fault;
    }

    List<Fault> all() {
        return faults;
    }

    void clear() {
        faults.clear();
    }
}
