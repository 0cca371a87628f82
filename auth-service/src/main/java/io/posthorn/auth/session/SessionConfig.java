package io.posthorn.auth.session;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

@ConfigMapping(prefix = "posthorn.auth.session")
interface SessionConfig {
    /** A session ends when it was not refreshed for this long. */
    Duration slidingLifetime();

    /** A session ends after this long in any case. */
    Duration absoluteLifetime();

    /** For this long a used refresh token gets the same answer again, in case the first was lost. */
    Duration grace();

    Duration cleanEvery();
}
