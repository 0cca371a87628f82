package io.posthorn.gateway.proxy;

import io.posthorn.gateway.revocation.RevokedSessions;
import io.posthorn.gateway.revocation.SessionRevoked;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The streams without end, by the session that opened them: they end with it, or when the gateway goes down. */
@Singleton
class OpenStreams {
    private static final String UNKNOWN = "";

    private final Map<String, Set<Runnable>> cuts = new ConcurrentHashMap<>();
    private final RevokedSessions revoked;
    private final Vertx vertx;
    private final Duration shutdownDelay;

    OpenStreams(
            RevokedSessions revoked,
            Vertx vertx,
            @ConfigProperty(name = "quarkus.shutdown.delay") Duration shutdownDelay) {
        this.revoked = revoked;
        this.vertx = vertx;
        this.shutdownDelay = shutdownDelay;
    }

    /** The session, null when nobody named one, may have ended while the stream was being opened. */
    void opened(String session, Runnable cut) {
        cuts.compute(known(session), (same, open) -> with(cut, open));
        if (revoked.contains(session)) {
            cut.run();
        }
    }

    void closed(String session, Runnable cut) {
        cuts.computeIfPresent(known(session), (same, open) -> open.remove(cut) && open.isEmpty() ? null : open);
    }

    void cut(@Observes SessionRevoked news) {
        List.copyOf(cuts.getOrDefault(news.session(), Set.of())).forEach(Runnable::run);
    }

    /** A stream never ends by itself: going down would wait for it in vain. */
    void cutAll(@Observes ShutdownDelayInitiatedEvent event) {
        vertx.setTimer(Math.max(1, shutdownDelay.toMillis()), delayed -> cuts.values()
                .forEach(open -> List.copyOf(open).forEach(Runnable::run)));
    }

    private static String known(String session) {
        return session == null ? UNKNOWN : session;
    }

    /** Inside the map's own lock, so that a set which just became empty is not filled beside the map. */
    private static Set<Runnable> with(Runnable cut, Set<Runnable> open) {
        Set<Runnable> all = open == null ? ConcurrentHashMap.newKeySet() : open;
        all.add(cut);
        return all;
    }
}
