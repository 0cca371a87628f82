package io.posthorn.gateway.proxy;

import io.posthorn.gateway.problem.GatewayProblems;
import io.posthorn.gateway.problem.Refusal;
import io.posthorn.gateway.route.Route;
import io.vertx.core.http.HttpServerRequest;

/** How much a route takes, and how long it waits for it. */
final class BodyLimit {
    private BodyLimit() {}

    /** A body that says that it is too large is not asked for. */
    static void check(HttpServerRequest request, Route route) {
        var length = request.getHeader("Content-Length");
        if (length != null && Long.parseLong(length) > route.bodyLimit()) {
            throw tooLarge(route);
        }
    }

    static Refusal tooLarge(Route route) {
        return Refusal.of(GatewayProblems.TOO_LARGE, "The body may have at most %d bytes".formatted(route.bodyLimit()));
    }

    static Refusal tooSlow() {
        return Refusal.retryable(
                GatewayProblems.REQUEST_TIMEOUT, "The rest of the body did not come, or too slowly", null);
    }
}
