package io.posthorn.media.link;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long links open their file. */
@ConfigMapping(prefix = "posthorn.media.links")
interface LinkConfig {
    /** Of a link that was asked for without a time. */
    @WithDefault("1h")
    Duration lifetime();

    @WithDefault("7d")
    Duration maxLifetime();
}
