package io.posthorn.gateway.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the word of auth-service about an API key counts. */
@ConfigMapping(prefix = "posthorn.gateway.api-keys")
interface ApiKeysConfig {
    @WithDefault("30s")
    Duration believedFor();

    /** How long a key that is not good is refused without asking again. */
    @WithDefault("10s")
    Duration refusedFor();

    @WithDefault("10000")
    int remembered();
}
