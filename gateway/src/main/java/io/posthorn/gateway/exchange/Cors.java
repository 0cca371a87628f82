package io.posthorn.gateway.exchange;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Cross-origin calls by allow-list. A wildcard never travels together with credentials. */
@Singleton
public class Cors {
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String REQUEST_HEADERS = "Authorization, Content-Type, Idempotency-Key, X-Idempotency-Key, "
            + "X-API-Key, X-Request-Id, traceparent, tracestate, Last-Event-ID, If-Match, If-None-Match, Range";
    private static final String ANSWER_HEADERS = "X-Request-Id, traceparent, Location, Link, Retry-After, "
            + "Idempotency-Replayed, RateLimit, RateLimit-Policy, X-RateLimit-Limit, "
            + "X-RateLimit-Remaining, X-RateLimit-Reset, ETag, Content-Disposition";

    private final Set<String> origins;

    Cors(CorsConfig config) {
        this.origins = config.origins().orElse(List.of()).stream()
                .map(String::strip)
                .map(origin -> origin.endsWith("/") ? origin.substring(0, origin.length() - 1) : origin)
                .filter(origin -> !origin.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    public static boolean isPreflight(HttpServerRequest request) {
        return request.method() == HttpMethod.OPTIONS
                && request.headers().contains("Origin")
                && request.headers().contains("Access-Control-Request-Method");
    }

    public boolean allows(String origin) {
        return origin != null && (origins.contains(origin) || origins.contains("*"));
    }

    /** Tells the browser that the page behind this request may read the answer. */
    public void mark(String origin, MultiMap answer) {
        if (origins.isEmpty()) {
            return;
        }
        answer.add("Vary", "Origin");
        if (!allows(origin)) {
            return;
        }
        if (origins.contains(origin)) {
            answer.set("Access-Control-Allow-Origin", origin);
            answer.set("Access-Control-Allow-Credentials", "true");
        } else {
            answer.set("Access-Control-Allow-Origin", "*");
        }
        answer.set("Access-Control-Expose-Headers", ANSWER_HEADERS);
    }

    public void answerPreflight(RoutingContext context) {
        context.response()
                .setStatusCode(204)
                .putHeader("Access-Control-Allow-Methods", METHODS)
                .putHeader("Access-Control-Allow-Headers", REQUEST_HEADERS)
                .putHeader("Access-Control-Max-Age", "600")
                .end();
    }
}
