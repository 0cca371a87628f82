package io.posthorn.messaging.realtime;

import io.posthorn.messaging.feed.FeedEvent;
import java.time.Duration;
import java.time.Instant;

/** One block of the stream. Without an event and data it only moves the client's cursor and shows that we are there. */
record Frame(String id, String comment, String event, String data, Duration retry) {
    static Frame opening(String cursor, Duration retry) {
        return new Frame(cursor, "open", null, null, retry);
    }

    static Frame event(String cursor, FeedEvent event) {
        return new Frame(cursor, null, event.type(), event.payload(), null);
    }

    static Frame heartbeat(String cursor) {
        return new Frame(cursor, "alive", null, null, null);
    }

    /** What was said between the client's cursor and {@code from} may be gone: it should read afresh what it shows. */
    static Frame reset(String cursor, Instant from) {
        return new Frame(cursor, null, "reset", """
                {"reason":"cursor_expired","from":"%s"}""".formatted(from), null);
    }

    static Frame closed(Closing reason) {
        return new Frame(null, null, "closed", """
                {"reason":"%s"}""".formatted(reason.word()), null);
    }
}
