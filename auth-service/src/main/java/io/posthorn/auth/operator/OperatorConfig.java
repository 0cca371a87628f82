package io.posthorn.auth.operator;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Size;
import java.util.Optional;

@ConfigMapping(prefix = "posthorn.auth.operator")
interface OperatorConfig {
    /** With it somebody who is logged in becomes the first operator. Good once, while there is none. */
    Optional<@Size(min = 32, message = "must have at least 32 characters") String> claimToken();
}
