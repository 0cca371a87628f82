package io.posthorn.telemetry.trace;

import io.opentelemetry.api.trace.StatusCode;

/** A span that is exported when it has ended, unless the ratio left it out. */
record Recorded(io.opentelemetry.api.trace.Span span) implements Span {
    @Override
    public String traceParent() {
        var context = span.getSpanContext();
        return new TraceParent(context.getTraceId(), context.getSpanId(), context.isSampled()).header();
    }

    @Override
    public Span named(String name) {
        span.updateName(name);
        return this;
    }

    @Override
    public Span note(String key, String value) {
        span.setAttribute(key, value);
        return this;
    }

    @Override
    public Span note(String key, long value) {
        span.setAttribute(key, value);
        return this;
    }

    @Override
    public Span failed(String kind) {
        span.setStatus(StatusCode.ERROR).setAttribute("error.type", kind);
        return this;
    }

    @Override
    public void end() {
        span.end();
    }
}
