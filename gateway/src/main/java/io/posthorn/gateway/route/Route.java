package io.posthorn.gateway.route;

import java.time.Duration;
import java.util.Set;

/** One row of the route table. */
public record Route(
        String path,
        Set<String> methods,
        String upstream,
        Access access,
        String resource,
        long bodyLimit,
        Duration timeout) {
    private static final String API = "/api/v1/";

    static Route of(GatewayConfig.RouteConfig row) {
        return new Route(
                row.path(),
                Set.copyOf(row.methods()),
                row.upstream(),
                row.access(),
                row.resource().orElseGet(() -> resource(row.path())),
                row.bodyLimit().asLongValue(),
                row.timeout());
    }

    private static String resource(String path) {
        var named = path.startsWith(API) ? path.substring(API.length()) : path.substring(1);
        return named.split("/")[0];
    }

    boolean covers(String path) {
        return Prefix.covers(this.path, path);
    }
}
