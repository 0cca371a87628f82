package io.posthorn.simulator.history;

import io.posthorn.simulator.graph.ObjectFinder;
import io.posthorn.simulator.graph.ObjectKind;
import io.posthorn.simulator.world.World;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class HistoryFinder implements ObjectFinder {
    @Override
    public ObjectKind kind() {
        return ObjectKind.MESSAGE_HISTORY;
    }

    @Override
    public boolean knows(World world, String id) {
        return Histories.of(world).find(id).isPresent();
    }
}
