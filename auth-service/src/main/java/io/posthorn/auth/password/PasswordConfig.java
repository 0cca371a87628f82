package io.posthorn.auth.password;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.OptionalInt;

@ConfigMapping(prefix = "posthorn.auth.password")
interface PasswordConfig {
    @Min(4)
    @Max(16)
    int cost();

    /** How many hashes may wait for a thread; beyond that logins are asked to come back. */
    @Min(1)
    int queue();

    /** Default: all cores but one. */
    OptionalInt threads();
}
