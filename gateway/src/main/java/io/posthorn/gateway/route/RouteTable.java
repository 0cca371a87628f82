package io.posthorn.gateway.route;

import io.posthorn.gateway.problem.GatewayProblems;
import io.posthorn.gateway.problem.Refusal;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Finds the row for a request. The longest path wins, so a public corner can stand inside a closed area. */
final class RouteTable {
    private final List<Route> longestFirst;

    RouteTable(GatewayConfig config) {
        this.longestFirst = config.routes().values().stream()
                .map(Route::of)
                .sorted(Comparator.comparing((Route route) -> route.path().length())
                        .reversed()
                        .thenComparing(Route::path))
                .toList();
        longestFirst.forEach(route -> requireKnown(route, config));
    }

    Route find(String method, String path) {
        var route = longestFirst.stream()
                .filter(candidate -> candidate.covers(path))
                .findFirst()
                .orElseThrow(() -> Refusal.of(GatewayProblems.NOT_FOUND, "There is nothing at this path"));
        if (!route.methods().contains(method)) {
            throw Refusal.of(GatewayProblems.METHOD_NOT_ALLOWED, "This path does not know the method")
                    .with("Allow", String.join(", ", new TreeSet<>(route.methods())));
        }
        return route;
    }

    private static void requireKnown(Route route, GatewayConfig config) {
        if (!route.path().startsWith("/") || route.path().endsWith("/")) {
            throw new IllegalStateException(
                    "Route path '%s' must begin with / and not end with it".formatted(route.path()));
        }
        if (!config.upstreams().containsKey(route.upstream())) {
            throw new IllegalStateException(
                    "Route %s names the unknown upstream '%s'".formatted(route.path(), route.upstream()));
        }
    }
}
