package io.posthorn.gateway.route;

import java.time.Duration;
import java.util.Set;

/** One row of the route table. */
public record Route(
        String path, Set<String> methods, String upstream, Access access, long bodyLimit, Duration timeout) {
    static Route of(GatewayConfig.RouteConfig row) {
        return new Route(
                row.path(),
                Set.copyOf(row.methods()),
                row.upstream(),
                row.access(),
                row.bodyLimit().asLongValue(),
                row.timeout());
    }

    boolean covers(String path) {
        return Prefix.covers(this.path, path);
    }
}
