package io.posthorn.simulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.fault.ErrorForm;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;

/** Writes answers with the headers that Meta sends along. */
@ApplicationScoped
class GraphAnswers {
    private static final String JSON = "application/json; charset=UTF-8";

    private static final String REVISION = "1031000000";
    private static final String APP_USAGE = "{\"call_count\":1,\"total_time\":1,\"total_cputime\":1}";

    private final AtomicLong traces = new AtomicLong();

    void success(RoutingContext context, String version, JsonNode body) {
        if (body instanceof POJONode node && node.getPojo() instanceof GraphFile file) {
            write(context, version, 200, file.mimeType(), file.bytes(), trace());
        } else if (body instanceof POJONode node && node.getPojo() instanceof GraphRefusal refusal) {
            var trace = trace();
            var all = refusal.body().deepCopy();
            all.setAll(refusal.error().toJson(trace));
            write(context, version, refusal.error().status(), JSON, Json.bytes(all), trace);
        } else {
            write(context, version, 200, JSON, Json.bytes(body), trace());
        }
    }

    void error(RoutingContext context, String version, GraphError error) {
        error(context, version, error, null);
    }

    /** @param form how it deviates from the usual form; null when it does not */
    void error(RoutingContext context, String version, GraphError error, ErrorForm form) {
        var trace = trace();
        var usual = error.toJson(trace);
        var body = form == null ? usual : form.applyTo(usual);
        write(context, version, error.status(), JSON, Json.bytes(body), trace);
    }

    void raw(RoutingContext context, int status, String body) {
        if (!context.response().ended()) {
            context.response().setStatusCode(status).end(body);
        }
    }

    private void write(RoutingContext context, String version, int status, String type, byte[] body, String trace) {
        var response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(status)
                .putHeader("Content-Type", type)
                .putHeader("facebook-api-version", version)
                .putHeader("x-fb-trace-id", trace)
                .putHeader("x-fb-request-id", trace)
                .putHeader("x-fb-rev", REVISION)
                .putHeader("x-app-usage", APP_USAGE)
                .end(Buffer.buffer(body));
    }

    private String trace() {
        var number = traces.incrementAndGet();
        var bytes = ByteBuffer.allocate(16)
                .putLong(number * 0x9e3779b97f4a7c15L)
                .putLong(number)
                .array();
        return "A" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
