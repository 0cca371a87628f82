package io.posthorn.simulator.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.world.World;

/** What one feature writes down about a world. Each bean of this type is asked. */
public interface SnapshotPart {
    String name();

    /** True for what other parts build on. */
    default boolean comesFirst() {
        return false;
    }

    JsonNode write(World world);

    /** Into a world that is as new. */
    void read(World world, JsonNode memory);
}
