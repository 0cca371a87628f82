package io.posthorn.simulator.world;

/**
 * What a world needs to go on after a restart, beside the state of its features.
 *
 * @param objects how many ids of objects were given out
 * @param messages how many wamids were given out
 */
public record WorldMemory(
        WorldIdentity identity,
        long seed,
        WorldSettings settings,
        WorldClock.Reading clock,
        long objects,
        long messages) {}
