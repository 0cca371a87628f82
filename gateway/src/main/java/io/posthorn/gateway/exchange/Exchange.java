package io.posthorn.gateway.exchange;

import com.github.f4b6a3.uuid.UuidCreator;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** What names one request from the client through all services: its request id and its W3C trace. */
public record Exchange(String requestId, String traceParent) {
    static final String REQUEST_ID = "X-Request-Id";
    static final String TRACE_PARENT = "traceparent";
    private static final String KEY = Exchange.class.getName();
    private static final Pattern PRINTABLE = Pattern.compile("[A-Za-z0-9._:/+=-]{1,128}");
    private static final Pattern TRACE = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    /** Continues what the caller began; a missing, doubled or malformed name is replaced by a new one. */
    public static Exchange begin(RoutingContext context) {
        var request = context.request();
        var id = offered(request, REQUEST_ID, PRINTABLE);
        var trace = offered(request, TRACE_PARENT, TRACE);
        var exchange = new Exchange(
                id == null ? UuidCreator.getTimeOrderedEpoch().toString() : id, trace == null ? freshTrace() : trace);
        context.put(KEY, exchange);
        return exchange;
    }

    public static Exchange of(RoutingContext context) {
        Exchange begun = context.get(KEY);
        return begun == null ? begin(context) : begun;
    }

    public static boolean hasBegun(RoutingContext context) {
        return context.get(KEY) != null;
    }

    /** The 32 hex digits that people quote. */
    public String traceId() {
        return traceParent.substring(3, 35);
    }

    private static String offered(HttpServerRequest request, String header, Pattern allowed) {
        var values = request.headers().getAll(header);
        return values.size() == 1 && allowed.matcher(values.getFirst()).matches() ? values.getFirst() : null;
    }

    private static String freshTrace() {
        var bytes = new byte[24];
        ThreadLocalRandom.current().nextBytes(bytes);
        var hex = HexFormat.of().formatHex(bytes);
        return "00-%s-%s-01".formatted(hex.substring(0, 32), hex.substring(32));
    }
}
