package io.posthorn.gateway.identity;

import io.posthorn.gateway.problem.Refusal;
import io.vertx.core.http.HttpServerRequest;

/** The one bearer token of a request. */
final class BearerToken {
    private static final String SCHEME = "Bearer ";

    private BearerToken() {}

    static String of(HttpServerRequest request) {
        var values = request.headers().getAll("Authorization");
        if (values.isEmpty()) {
            throw Refusal.unauthenticated("A bearer token is needed");
        }
        var value = values.getFirst();
        if (values.size() > 1 || !value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw Refusal.unauthenticated("One bearer token is needed");
        }
        return value.substring(SCHEME.length()).strip();
    }
}
