package io.posthorn.simulator.message;

import io.posthorn.simulator.world.World;

/** Learns that a message has reached its customer. */
public interface Arrival {
    void arrived(World world, SentMessage message);
}
