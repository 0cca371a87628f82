package io.posthorn.kit.http;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The W3C trace that a request belongs to; it follows the request into the outbox and through Kafka. */
@ApplicationScoped
public class RequestTrace {
    private static final String KEY = "posthorn.traceparent";
    private static final Pattern TRACE_PARENT =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Continues the caller's trace, or begins one when the header is missing or malformed. */
    public String begin(String header) {
        var parent = header != null && TRACE_PARENT.matcher(header).matches() ? header : fresh();
        var context = Vertx.currentContext();
        if (belongsToOneTask(context)) {
            context.putLocal(KEY, parent);
        }
        return parent;
    }

    /** The trace of what is being done now; a fresh one for work that nobody asked for. */
    public String parent() {
        var context = Vertx.currentContext();
        String parent = belongsToOneTask(context) ? context.getLocal(KEY) : null;
        return parent == null ? fresh() : parent;
    }

    /** The 32 hex digits that people quote. */
    public String id() {
        return parent().substring(3, 35);
    }

    /** Plain contexts are shared by everything on their event loop and carry nobody's trace. */
    private static boolean belongsToOneTask(Context context) {
        return context != null && VertxContext.isDuplicatedContext(context);
    }

    private static String fresh() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        var hex = HexFormat.of().formatHex(bytes);
        return "00-%s-%s-01".formatted(hex.substring(0, 32), hex.substring(32));
    }
}
