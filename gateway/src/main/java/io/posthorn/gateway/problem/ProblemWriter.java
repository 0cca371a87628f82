package io.posthorn.gateway.problem;

import io.posthorn.gateway.exchange.Exchange;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Writes refusals as problem documents, or in Meta's shape behind {@code /graph}: the only place that knows how. */
@Singleton
public class ProblemWriter {
    private static final Logger LOG = Logger.getLogger(ProblemWriter.class);
    private static final int LONGEST_INSTANCE = 256;

    private final String publicUrl;

    ProblemWriter(@ConfigProperty(name = "posthorn.public-url") String publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** Answers with the failure, or breaks the connection when an answer has already begun. */
    public void write(RoutingContext context, Throwable failure) {
        var response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (response.headWritten()) {
            breakOff(context.request());
            return;
        }
        var refusal = failure instanceof Refusal known ? known : unexpected(failure);
        response.setStatusCode(refusal.type().status());
        var inMetasWords = GraphErrors.areExpected(context);
        response.putHeader("Content-Type", inMetasWords ? "application/json" : "application/problem+json")
                .putHeader("Cache-Control", "no-store");
        refusal.headers().forEach(response::putHeader);
        if (refusal.retryAfter() != null) {
            response.putHeader("Retry-After", Long.toString(seconds(refusal)));
        }
        var document = (inMetasWords
                        ? GraphErrors.of(refusal, context, Exchange.of(context).traceId())
                        : document(refusal, context))
                .toBuffer();
        if (refusal.type() == GatewayProblems.REQUEST_TIMEOUT) {
            UnreadBody.abandon(context.request(), document);
        } else {
            UnreadBody.of(context.request()).endWith(document, response);
        }
    }

    /**
     * Half an answer must not look whole. Where the connection is this request's alone it is closed and not reset: a response
     * that was reset never counts as done, and shutting down would wait for it.
     */
    private static void breakOff(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else {
            request.connection().close();
        }
    }

    private JsonObject document(Refusal refusal, RoutingContext context) {
        var code = refusal.type().code().code();
        var document = new JsonObject()
                .put("type", publicUrl + "/problems/" + code)
                .put("title", refusal.type().title())
                .put("status", refusal.type().status())
                .put("code", code)
                .put("detail", refusal.getMessage())
                .put("instance", instance(context.request().path()))
                .put("traceId", Exchange.of(context).traceId())
                .put("retryable", refusal.retryable());
        return refusal.retryAfter() == null ? document : document.put("retryAfter", seconds(refusal));
    }

    private static Refusal unexpected(Throwable failure) {
        LOG.error("A request failed in the gateway itself", failure);
        return Refusal.of(GatewayProblems.INTERNAL, "The failure was logged; its traceId finds it");
    }

    private static long seconds(Refusal refusal) {
        return Math.max(1, refusal.retryAfter().plusNanos(999_999_999).toSeconds());
    }

    private static String instance(String path) {
        return path == null || path.length() <= LONGEST_INSTANCE ? path : path.substring(0, LONGEST_INSTANCE);
    }
}
