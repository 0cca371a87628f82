package io.posthorn.telemetry.trace;

/** Nobody collects spans here. */
record PassedOn(String traceParent) implements Span {
    @Override
    public Span named(String name) {
        return this;
    }

    @Override
    public Span note(String key, String value) {
        return this;
    }

    @Override
    public Span note(String key, long value) {
        return this;
    }

    @Override
    public Span failed(String kind) {
        return this;
    }

    @Override
    public void end() {}
}
