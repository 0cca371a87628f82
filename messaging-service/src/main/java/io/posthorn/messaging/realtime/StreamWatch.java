package io.posthorn.messaging.realtime;

import io.posthorn.kit.background.Background;
import io.posthorn.kit.background.BackgroundLoop;
import io.posthorn.kit.revocation.Revocations;
import io.posthorn.messaging.ticket.Listener;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Ends streams whose session was revoked, whose token has run out, or whose process stops, and lets silent ones breathe.
 * It asks no store, so it goes on when one is away. A client that does not take its last event is cut off.
 */
@Startup
@ApplicationScoped
class StreamWatch {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(150);
    /** About a second, counted in looks: a process that stood still has had no time to say it. */
    private static final int LOOKS_OF_A_FAREWELL = 7;

    private final Streams streams;
    private final Revocations revocations;
    private final Clock clock;
    private final BackgroundLoop loop;
    private volatile boolean stopping;

    StreamWatch(Streams streams, Revocations revocations, Clock clock, Background background) {
        this.streams = streams;
        this.revocations = revocations;
        this.clock = clock;
        this.loop = background.loop("event-streams", this::step);
    }

    /** Before the process waits for its requests to end, which streams never would by themselves. */
    void leave(@Observes ShutdownDelayInitiatedEvent event) {
        stopping = true;
        loop.wake();
    }

    private Uni<Duration> step() {
        var now = clock.instant();
        streams.forEach(stream -> look(stream, now));
        return Uni.createFrom().item(BETWEEN_LOOKS);
    }

    private void look(EventStream stream, Instant now) {
        if (stream.connection().isClosed()) {
            streams.remove(stream);
        } else if (stream.isClosing()) {
            abortAfterFarewell(stream);
        } else if (reason(stream.listener(), now) instanceof Closing reason) {
            stream.close(reason);
        } else if (stream.wantsHeartbeat()) {
            stream.wake();
        }
    }

    private static void abortAfterFarewell(EventStream stream) {
        if (stream.farewellsSeen() > LOOKS_OF_A_FAREWELL) {
            stream.connection().abort();
        }
    }

    private Closing reason(Listener listener, Instant now) {
        if (revocations.isRevoked(listener.sessionId())) {
            return Closing.SESSION_REVOKED;
        }
        if (!now.isBefore(listener.expiresAt())) {
            return Closing.TOKEN_EXPIRED;
        }
        return stopping ? Closing.RESTARTING : null;
    }
}
