package io.posthorn.gateway.proxy;

import io.posthorn.gateway.identity.Principal;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;

/** How long a stream without end may go on: until its session is revoked, and no longer than the token that opened it. */
final class StreamLife {
    /** Where a ticket opened the stream, only the service knows whose it was; it says so in this header, which stays inside. */
    static final String SESSION = "X-Internal-Session";

    private final Principal principal;
    private final OpenStreams streams;
    private final Vertx vertx;
    private final Clock clock;
    private String session;
    private Runnable cut;
    private long timer = -1;

    /** {@code principal} is null where a ticket opened the stream. */
    StreamLife(Principal principal, OpenStreams streams, Vertx vertx, Clock clock) {
        this.principal = principal;
        this.streams = streams;
        this.vertx = vertx;
        this.clock = clock;
    }

    void begin(String saidByService, Runnable end) {
        var own = vertx.getOrCreateContext();
        cut = () -> own.runOnContext(now -> end.run());
        session = principal == null ? saidByService : principal.session();
        streams.opened(session, cut);
        if (principal != null) {
            long left = Duration.between(clock.instant(), principal.expiresAt()).toMillis();
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
