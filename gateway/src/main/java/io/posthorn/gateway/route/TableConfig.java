package io.posthorn.gateway.route;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where rows stand that may change while the gateway runs. */
@ConfigMapping(prefix = "posthorn.gateway.table")
interface TableConfig {
    /** Properties that go before all other configuration of routes, aliases and upstreams. */
    Optional<Path> file();

    /** How often it is looked at. */
    @WithDefault("2s")
    Duration every();
}
