package io.posthorn.auth.authorization;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

@ConfigMapping(prefix = "posthorn.auth.authorization")
interface AuthorizationConfig {
    /** For how long after a login a browser is not asked for the password again. */
    Duration browserSession();
}
