package io.posthorn.telemetry.trace;

import io.posthorn.telemetry.logging.LogKeys;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** The trace of what is being done on this Vert.x context, for whatever is asked and logged meanwhile. */
public final class CurrentTrace {
    private static final String KEY = "posthorn.traceparent";

    private CurrentTrace() {}

    /** From here on this is done as a part of the span. */
    public static Span enter(Span span) {
        var context = Vertx.currentContext();
        if (belongsToOneTask(context)) {
            context.putLocal(KEY, span.traceParent());
            LogKeys.TRACE.put(TraceParent.id(span.traceParent()));
        }
        return span;
    }

    /** The header for what is asked of others; that of a new trace for work that nobody asked for. */
    public static String parent() {
        var context = Vertx.currentContext();
        String parent = belongsToOneTask(context) ? context.getLocal(KEY) : null;
        return parent == null ? TraceParent.fresh().header() : parent;
    }

    /** Plain contexts are shared by everything on their event loop and carry nobody's trace. */
    private static boolean belongsToOneTask(Context context) {
        return context != null && VertxContext.isDuplicatedContext(context);
    }
}
