package io.posthorn.gateway.route;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
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
        /** Its replicas, with commas where there are several. */
        List<URI> url();

        @WithDefault("2s")
        Duration connectTimeout();

        /** Connections to one replica; streams without end keep theirs. */
        @WithDefault("10000")
        int maxConnections();

        /** Requests that may be on their way to it, until its answer begins. */
        @WithDefault("256")
        int maxRequests();

        /** Requests that may wait until one of those is answered, for no longer than a connection may take. */
        @WithDefault("512")
        int maxWaiting();

        BreakerConfig breaker();
    }

    /** When so much of what was asked lately failed, nothing is asked for a while. */
    interface BreakerConfig {
        /** How many of the last requests are looked at. */
        @WithDefault("20")
        int requests();

        @WithDefault("0.5")
        double failures();

        @WithDefault("1s")
        Duration pause();
    }

    interface RouteConfig {
        String path();

        @WithDefault("GET,HEAD,POST,PUT,PATCH,DELETE")
        Set<String> methods();

        String upstream();

        @WithDefault("user")
        Access access();

        /** A person needs one of these; without them any role will do. Services check for themselves. */
        Optional<Set<String>> roles();

        /** Who waits first when there is too much to do; without it reading is {@code reads} and all else {@code sends}. */
        Optional<Priority> priority();

        /** Whether a WebSocket may be opened here. */
        @WithDefault("false")
        boolean upgrades();

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
