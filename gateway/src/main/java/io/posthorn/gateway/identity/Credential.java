package io.posthorn.gateway.identity;

import io.posthorn.gateway.problem.Refusal;
import io.vertx.core.http.HttpServerRequest;

/** The one thing by which a request says who asks: an access token, or an API key in either of its two headers. */
record Credential(String value, boolean isApiKey) {
    private static final String SCHEME = "Bearer ";

    static Credential of(HttpServerRequest request) {
        var bearers = request.headers().getAll("Authorization");
        var keys = request.headers().getAll("X-API-Key");
        if (bearers.isEmpty() && keys.isEmpty()) {
            throw Refusal.unauthenticated("A bearer token or an API key is needed");
        }
        if (bearers.size() + keys.size() > 1) {
            throw Refusal.unauthenticated("One bearer token or one API key is needed");
        }
        return keys.isEmpty()
                ? bearer(bearers.getFirst())
                : new Credential(keys.getFirst().strip(), true);
    }

    private static Credential bearer(String header) {
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw Refusal.unauthenticated("One bearer token is needed");
        }
        var value = header.substring(SCHEME.length()).strip();
        return new Credential(value, value.startsWith(ApiKeys.PREFIX));
    }
}
