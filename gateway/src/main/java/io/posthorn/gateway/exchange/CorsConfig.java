package io.posthorn.gateway.exchange;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Which web pages on other origins may call us. */
@ConfigMapping(prefix = "posthorn.gateway.cors")
interface CorsConfig {
    /** Origins such as {@code https://app.example.com}; {@code *} lets everyone in, but then without credentials. */
    Optional<List<String>> origins();
}
