package io.posthorn.telemetry.trace;

/**
 * One part of a trace in this process. What is noted about it comes from small fixed sets: no path, no number, no text, because
 * nobody redacts a trace.
 */
public interface Span {
    /** What asked, and what did something when it was asked. */
    enum Kind {
        /** Answers a request. */
        SERVER,
        /** Asks somebody outside. */
        CLIENT,
        /** Works off an event or a webhook. */
        CONSUMER
    }

    /** What is asked on behalf of this span carries this. */
    String traceParent();

    Span named(String name);

    Span note(String key, String value);

    Span note(String key, long value);

    /** It came to nothing; the kind of failure, never its message. */
    Span failed(String kind);

    void end();

    /** A trace that is passed on and not recorded. */
    static Span passedOn(String header) {
        return new PassedOn(TraceParent.of(header).orElseGet(TraceParent::fresh).header());
    }
}
