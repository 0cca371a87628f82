package io.posthorn.simulator.media;

import io.posthorn.simulator.world.World;

/** How strict the hosts of files are in one world. */
final class EdgeRules {
    private volatile boolean requireUserAgent;

    private EdgeRules() {}

    static EdgeRules of(World world) {
        return world.part(EdgeRules.class, EdgeRules::new);
    }

    boolean requireUserAgent() {
        return requireUserAgent;
    }

    void requireUserAgent(boolean required) {
        requireUserAgent = required;
    }
}
