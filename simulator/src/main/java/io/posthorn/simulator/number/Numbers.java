package io.posthorn.simulator.number;

import io.posthorn.simulator.directory.BusinessNumber;
import io.posthorn.simulator.world.World;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The state of each number of one world. */
public final class Numbers {
    private static final long DELETION_TAKES = Duration.ofMinutes(5).toMillis();

    private final World world;
    private final Map<String, NumberState> states = new ConcurrentHashMap<>();
    private final Map<String, Long> deletedAt = new ConcurrentHashMap<>();

    private Numbers(World world) {
        this.world = world;
        states.put(world.number().id(), NumberState.ready(world.clock().millis()));
    }

    public static Numbers of(World world) {
        return world.part(Numbers.class, () -> new Numbers(world));
    }

    public NumberState of(BusinessNumber number) {
        return states.computeIfAbsent(number.id(), ignored -> new NumberState());
    }

    void add(BusinessNumber number, NumberState state) {
        states.put(number.id(), state);
        world.directory().put(number);
    }

    void remove(BusinessNumber number) {
        world.directory().removeNumber(number.id());
        states.remove(number.id());
        deletedAt.values().removeIf(time -> world.clock().millis() - time >= DELETION_TAKES);
        deletedAt.put(number.digits(), world.clock().millis());
    }

    boolean isBeingDeleted(BusinessNumber number) {
        var time = deletedAt.get(number.digits());
        return time != null && world.clock().millis() - time < DELETION_TAKES;
    }
}
