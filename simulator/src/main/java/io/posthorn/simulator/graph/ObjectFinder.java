package io.posthorn.simulator.graph;

import io.posthorn.simulator.world.World;

/** Knows the ids of one kind of objects that come and go. Each bean of this type is asked. */
public interface ObjectFinder {
    ObjectKind kind();

    boolean knows(World world, String id);
}
