package io.posthorn.gateway.route;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The route table as an operator writes it. Names of rows only tell them apart. */
@ConfigMapping(prefix = "posthorn.gateway")
public interface GatewayConfig {
    Map<String, UpstreamConfig> upstreams();

    Map<String, RouteConfig> routes();

    Map<String, AliasConfig> aliases();

    /** One service behind the gateway, with a pool of connections of its own: a slow one takes nothing from the others. */
    interface UpstreamConfig {
        URI url();

        @WithDefault("2s")
        Duration connectTimeout();

        @WithDefault("256")
        int maxConnections();

        /** Requests that may wait for a connection before the gateway answers 503. */
        @WithDefault("512")
        int maxWaiting();
    }

    interface RouteConfig {
        String path();

        @WithDefault("GET,HEAD,POST,PUT,PATCH,DELETE")
        Set<String> methods();

        String upstream();

        @WithDefault("user")
        Access access();

        /** The word before the colon in scopes; without it the first segment after {@code /api/v1}. */
        Optional<String> resource();

        @WithDefault("1M")
        MemorySize bodyLimit();

        /** The longest silence: of the client while it sends, of the upstream until it answers and while it does. */
        @WithDefault("30s")
        Duration timeout();
    }

    interface AliasConfig {
        String path();

        String target();
    }
}
