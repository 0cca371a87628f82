package io.posthorn.simulator.message;

import io.posthorn.simulator.world.World;

/** What becomes of messages once they are accepted. */
public interface Life {
    void begin(World world, SentMessage message);
}
