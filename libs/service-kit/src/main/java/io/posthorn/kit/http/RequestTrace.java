package io.posthorn.kit.http;

import io.posthorn.telemetry.trace.CurrentTrace;
import io.posthorn.telemetry.trace.Span;
import io.posthorn.telemetry.trace.TraceParent;
import io.posthorn.telemetry.trace.Tracing;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Supplier;

/** The W3C trace that a piece of work belongs to; it follows the request into the outbox, through Kafka and to Meta. */
@ApplicationScoped
public class RequestTrace {
    private final Tracing tracing;
    private final Vertx vertx;

    RequestTrace(Tracing tracing, Vertx vertx) {
        this.tracing = tracing;
        this.vertx = vertx;
    }

    /** Begins a part of the caller's trace, or of a new one when the header is missing or malformed; who begins it ends it. */
    public Span begin(String name, Span.Kind kind, String header) {
        return begin(name, kind, header, List.of());
    }

    /** Begins work for many; the others' traces are linked to it. */
    public Span begin(String name, Span.Kind kind, String header, List<String> others) {
        return CurrentTrace.enter(tracing.begin(name, kind, header, others));
    }

    /** Does the work within the span, and ends it. */
    public <T> Uni<T> during(Span span, Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .deferred(work::get)
                .onFailure()
                .invoke(failure -> span.failed(failure.getClass().getSimpleName()))
                .onTermination()
                .invoke(span::end);
    }

    /** Does work beside others' in a context of its own, so that they do not see each other's trace. */
    public <T> Uni<T> apart(String name, Span.Kind kind, String header, Supplier<Uni<T>> work) {
        return Uni.createFrom().emitter(outcome -> VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext())
                .runOnContext(begun ->
                        during(begin(name, kind, header), work).subscribe().with(outcome::complete, outcome::fail)));
    }

    /** The trace of what is being done now; a fresh one for work that nobody asked for. */
    public String parent() {
        return CurrentTrace.parent();
    }

    /** The 32 hex digits that people quote. */
    public String id() {
        return TraceParent.id(parent());
    }
}
