package io.posthorn.simulator.webhook;

import io.posthorn.simulator.world.World;
import java.util.ArrayList;
import java.util.List;

/** Updates that wait for the next one to overtake them. Lives on the world's event loop, hence without locks. */
final class Overtaken {
    private final List<Update> waiting = new ArrayList<>();

    private Overtaken() {}

    static Overtaken of(World world) {
        return world.part(Overtaken.class, Overtaken::new);
    }

    void hold(Update update) {
        waiting.add(update);
    }

    /** True when nothing has overtaken it, and it waits no longer. */
    boolean release(Update update) {
        return waiting.remove(update);
    }

    List<Update> releaseAll() {
        var all = List.copyOf(waiting);
        waiting.clear();
        return all;
    }
}
