package io.posthorn.auth.servicetoken;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

@ConfigMapping(prefix = "posthorn.auth.service-identity")
interface ClientSecretsFileConfig {
    /** Lines of {@code <service>=<secret>[,<secret>]}; a service that stands in it is known by nothing else. */
    Optional<String> clientSecretsFile();
}
