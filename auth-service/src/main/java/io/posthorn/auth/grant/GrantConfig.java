package io.posthorn.auth.grant;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

@ConfigMapping(prefix = "posthorn.auth.oauth")
interface GrantConfig {
    /** How long a code waits to be redeemed. */
    Duration codeLifetime();

    /** A grant ends when it was not refreshed for this long. */
    Duration refreshLifetime();

    /** A grant ends after this long in any case; then the person is asked once more. */
    Duration grantLifetime();

    Duration cleanEvery();
}
