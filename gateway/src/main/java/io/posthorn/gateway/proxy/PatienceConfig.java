package io.posthorn.gateway.proxy;

import io.posthorn.gateway.route.Route;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much patience patience are given. */
@ConfigMapping(prefix = "posthorn.gateway.patience")
interface PatienceConfig {
    /** Bytes of a body that must come in a second, after as long as its route may be silent. */
    @WithDefault("1K")
    MemorySize slowestBody();

    default BodyPace pace(Route route) {
        return new BodyPace(route.timeout(), slowestBody().asLongValue());
    }
}
