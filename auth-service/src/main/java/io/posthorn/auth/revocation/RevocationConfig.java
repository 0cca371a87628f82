package io.posthorn.auth.revocation;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

@ConfigMapping(prefix = "posthorn.auth.revocation")
interface RevocationConfig {
    /** For so long a logout waits for Redis; what Redis has not taken by then, the event tells it. */
    Duration patience();
}
