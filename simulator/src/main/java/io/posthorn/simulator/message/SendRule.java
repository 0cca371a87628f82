package io.posthorn.simulator.message;

import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.world.World;
import java.util.Optional;

/** A reason to refuse a well-formed send at once. */
public interface SendRule {
    Optional<GraphError> refusal(World world, Outgoing message);
}
