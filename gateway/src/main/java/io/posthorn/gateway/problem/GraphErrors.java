package io.posthorn.gateway.problem;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Refusals as Meta writes them, for clients of the door that speaks like Meta. */
final class GraphErrors {
    private static final String PATH = "/graph/";

    private GraphErrors() {}

    static boolean areExpected(RoutingContext context) {
        var path = context.request().path();
        return path != null && path.startsWith(PATH);
    }

    static JsonObject of(Refusal refusal, RoutingContext context, String traceId) {
        var code = code(refusal, context);
        var error = new JsonObject()
                .put("message", "(#%d) %s".formatted(code, refusal.type().title()))
                .put("type", "OAuthException")
                .put("code", code)
                .put(
                        "error_data",
                        new JsonObject().put("messaging_product", "whatsapp").put("details", refusal.getMessage()))
                .put("fbtrace_id", traceId);
        return new JsonObject().put("error", refusal.retryable() ? error.put("is_transient", true) : error);
    }

    /** Meta's code that clients treat as they should treat this. */
    private static int code(Refusal refusal, RoutingContext context) {
        return switch (refusal.type().status()) {
            case 401 -> hasCredentials(context) ? 190 : 104;
            case 403 -> 10;
            case 429 -> 4;
            case 500 -> 131000;
            case 502, 503, 504 -> 2;
            default -> 100;
        };
    }

    private static boolean hasCredentials(RoutingContext context) {
        var headers = context.request().headers();
        return headers.contains("Authorization") || headers.contains("X-API-Key");
    }
}
