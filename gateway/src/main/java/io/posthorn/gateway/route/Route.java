package io.posthorn.gateway.route;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** One row of the route table. */
public record Route(
        String path,
        Set<String> methods,
        String upstream,
        Access access,
        Set<String> roles,
        Optional<Priority> givenPriority,
        boolean upgrades,
        String resource,
        long bodyLimit,
        Duration timeout) {
    private static final String API = "/api/v1/";
    private static final Set<String> READING = Set.of("GET", "HEAD");

    static Route of(GatewayConfig.RouteConfig row) {
        return new Route(
                row.path(),
                Set.copyOf(row.methods()),
                row.upstream(),
                row.access(),
                row.roles().map(Set::copyOf).orElse(Set.of()),
                row.priority(),
                row.upgrades(),
                row.resource().orElseGet(() -> resource(row.path())),
                row.bodyLimit().asLongValue(),
                row.timeout());
    }

    public Priority priority(String method) {
        return givenPriority.orElse(READING.contains(method) ? Priority.READS : Priority.SENDS);
    }

    private static String resource(String path) {
        var named = path.startsWith(API) ? path.substring(API.length()) : path.substring(1);
        return named.split("/")[0];
    }

    boolean covers(String path) {
        return Prefix.covers(this.path, path);
    }
}
