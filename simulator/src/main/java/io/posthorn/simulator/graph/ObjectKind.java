package io.posthorn.simulator.graph;

import io.posthorn.simulator.world.World;
import java.util.Optional;

/** The kinds of objects that have Graph ids. */
public enum ObjectKind {
    PHONE_NUMBER,
    ACCOUNT;

    /** What the id means in this world; ids of other worlds mean nothing. */
    static Optional<ObjectKind> of(World world, String id) {
        if (id.equals(world.number().id())) {
            return Optional.of(PHONE_NUMBER);
        }
        return id.equals(world.identity().wabaId()) ? Optional.of(ACCOUNT) : Optional.empty();
    }
}
