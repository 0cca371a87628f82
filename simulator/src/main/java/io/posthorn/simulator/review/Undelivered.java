package io.posthorn.simulator.review;

import io.posthorn.simulator.template.Template;
import io.posthorn.simulator.world.World;

/** Knows which templates are still on their way to customers; known to whoever keeps what was sent. */
public interface Undelivered {
    boolean hasAny(World world, Template template);
}
