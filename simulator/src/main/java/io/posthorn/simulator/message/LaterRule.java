package io.posthorn.simulator.message;

import io.posthorn.simulator.world.World;
import java.util.Optional;

/** A reason why a message that was accepted fails after all. */
public interface LaterRule {
    Optional<LaterFailure> failure(World world, SentMessage message);
}
