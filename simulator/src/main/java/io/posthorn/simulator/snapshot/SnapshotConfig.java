package io.posthorn.simulator.snapshot;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

@ConfigMapping(prefix = "posthorn.simulator.snapshot")
interface SnapshotConfig {
    /** Where the state is kept; nowhere when absent. */
    Optional<Path> file();

    /** How often it is written beside at the end. */
    @WithDefault("30s")
    Duration every();
}
