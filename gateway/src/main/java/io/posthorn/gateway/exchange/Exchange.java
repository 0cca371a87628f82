package io.posthorn.gateway.exchange;

import com.github.f4b6a3.uuid.UuidCreator;
import io.posthorn.telemetry.trace.CurrentTrace;
import io.posthorn.telemetry.trace.Span;
import io.posthorn.telemetry.trace.TraceParent;
import io.posthorn.telemetry.trace.Tracing;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;

/** What names one request from the client through all services: its request id and its W3C trace. */
public record Exchange(String requestId, Span span) {
    static final String REQUEST_ID = "X-Request-Id";
    private static final String KEY = Exchange.class.getName();
    private static final Pattern PRINTABLE = Pattern.compile("[A-Za-z0-9._:/+=-]{1,128}");

    /** Continues what the caller began; a missing, doubled or malformed name is replaced by a new one. */
    public static Exchange begin(RoutingContext context, Tracing tracing) {
        var request = context.request();
        var span = tracing.begin(request.method().name(), Span.Kind.SERVER, offered(request, TraceParent.HEADER));
        return begin(context, CurrentTrace.enter(span));
    }

    public static Exchange of(RoutingContext context) {
        Exchange begun = context.get(KEY);
        return begun == null ? begin(context, Span.passedOn(null)) : begun;
    }

    public static boolean hasBegun(RoutingContext context) {
        return context.get(KEY) != null;
    }

    public String traceParent() {
        return span.traceParent();
    }

    /** The 32 hex digits that people quote. */
    public String traceId() {
        return TraceParent.id(span.traceParent());
    }

    /** Whether the caller's trace goes on here. */
    boolean continues(String header) {
        return TraceParent.of(header)
                .map(parent -> parent.traceId().equals(traceId()))
                .orElse(false);
    }

    private static Exchange begin(RoutingContext context, Span span) {
        var offered = offered(context.request(), REQUEST_ID);
        var isUsable = offered != null && PRINTABLE.matcher(offered).matches();
        var exchange = new Exchange(
                isUsable ? offered : UuidCreator.getTimeOrderedEpoch().toString(), span);
        context.put(KEY, exchange);
        return exchange;
    }

    private static String offered(HttpServerRequest request, String header) {
        var values = request.headers().getAll(header);
        return values.size() == 1 ? values.getFirst() : null;
    }
}
