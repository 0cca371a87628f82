package io.posthorn.auth.token;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

@ConfigMapping(prefix = "posthorn.auth.token")
interface TokenConfig {
    Duration lifetime();

    /** How often the keys are read again, so that another instance's new key is known. */
    Duration keyRefresh();

    /** How long a new key is published before it signs; longer than the refresh of all who verify. */
    Duration keyOverlap();

    /** How old the newest key gets before the next one is made. */
    Duration keyLifetime();
}
