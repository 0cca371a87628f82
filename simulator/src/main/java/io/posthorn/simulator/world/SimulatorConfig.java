package io.posthorn.simulator.world;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

@ConfigMapping(prefix = "posthorn.simulator")
interface SimulatorConfig {
    /** The seed of everything random; drawn at start when absent. */
    Optional<Long> seed();
}
