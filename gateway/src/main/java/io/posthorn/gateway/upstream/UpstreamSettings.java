package io.posthorn.gateway.upstream;

import io.posthorn.gateway.route.GatewayConfig;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** What an upstream is made from: another one is made only where this differs. */
record UpstreamSettings(
        String name,
        List<URI> urls,
        Duration connectTimeout,
        int maxConnections,
        int maxRequests,
        int maxWaiting,
        int breakerRequests,
        double breakerFailures,
        Duration breakerPause) {
    static UpstreamSettings of(String name, GatewayConfig.UpstreamConfig row) {
        return new UpstreamSettings(
                name,
                List.copyOf(row.url()),
                row.connectTimeout(),
                row.maxConnections(),
                row.maxRequests(),
                row.maxWaiting(),
                row.breaker().requests(),
                row.breaker().failures(),
                row.breaker().pause());
    }
}
