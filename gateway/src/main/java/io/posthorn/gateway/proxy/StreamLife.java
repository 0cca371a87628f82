package io.posthorn.gateway.proxy;

import io.posthorn.gateway.identity.Principal;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;

/** How long a stream without end may go on: until its session is revoked, and no longer than the token that opened it. */
final class StreamLife {
    /** Where a ticket opened the stream, only the service knows whose it was; it says so in this header, which stays inside. */
    static final String SESSION = "X-Internal-Session";

    private final Principal principal;
    private final OpenStreams streams;
    private final Vertx vertx;
    private String session;
    private Runnable cut;
    private long timer = -1;

    /** {@code principal} is null where a ticket opened the stream. */
    StreamLife(Principal principal, OpenStreams streams, Vertx vertx) {
        this.principal = principal;
        this.streams = streams;
        this.vertx = vertx;
    }

    void begin(String saidByService, Runnable end) {
        var own = vertx.getOrCreateContext();
        cut = () -> own.runOnContext(now -> end.run());
        session = principal == null ? saidByService : principal.session();
        streams.opened(session, cut);
        if (principal != null) {
            long left = Duration.between(Instant.now(), principal.expiresAt()).toMillis();
            timer = vertx.setTimer(Math.max(1, left), expired -> end.run());
        }
    }

    void end() {
        vertx.cancelTimer(timer);
        if (cut != null) {
            streams.closed(session, cut);
        }
    }
}
