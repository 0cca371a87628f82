package io.posthorn.auth.recovery;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

@ConfigMapping(prefix = "posthorn.auth.recovery")
interface RecoveryConfig {
    /** How soon somebody looks at who asked for a new password. */
    Duration pollEvery();
}
