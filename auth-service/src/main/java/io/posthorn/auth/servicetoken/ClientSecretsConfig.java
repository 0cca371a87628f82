package io.posthorn.auth.servicetoken;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;
import java.util.Optional;

/** By name of the service. One without a secret gets no token. */
@ConfigMapping(prefix = "posthorn.auth.client-secrets")
interface ClientSecretsConfig {
    @WithParentName
    Map<String, Optional<String>> secrets();
}
