package io.posthorn.simulator.graph;

import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/** Finds the access token: in the header, or in the query as Meta also allows. */
final class BearerToken {
    private static final String SCHEME = "Bearer ";

    private BearerToken() {}

    static Optional<String> of(HttpServerRequest request) {
        var header = request.getHeader("Authorization");
        if (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.of(header.substring(SCHEME.length()).trim()).filter(token -> !token.isEmpty());
        }
        return Optional.ofNullable(request.getParam("access_token")).filter(token -> !token.isEmpty());
    }
}
