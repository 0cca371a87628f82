package io.posthorn.gateway.health;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How patiently services are asked how they do. */
@ConfigMapping(prefix = "posthorn.gateway.health")
interface HealthConfig {
    @WithDefault("1s")
    Duration timeout();

    /** How long an answer is good for everybody who asks. */
    @WithDefault("1s")
    Duration fresh();
}
