package io.posthorn.gateway.proxy;

import io.posthorn.gateway.revocation.RevokedSessions;
import io.posthorn.gateway.revocation.SessionRevoked;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The streams without end, by the session that opened them: they end with it. */
@Singleton
class OpenStreams {
    private final Map<String, Set<Runnable>> cuts = new ConcurrentHashMap<>();
    private final RevokedSessions revoked;

    OpenStreams(RevokedSessions revoked) {
        this.revoked = revoked;
    }

    /** The session may have ended while the stream was being opened. */
    void opened(String session, Runnable cut) {
        cuts.compute(session, (same, open) -> with(cut, open));
        if (revoked.contains(session)) {
            cut.run();
        }
    }

    void closed(String session, Runnable cut) {
        cuts.computeIfPresent(session, (same, open) -> open.remove(cut) && open.isEmpty() ? null : open);
    }

    /** Inside the map's own lock, so that a set which just became empty is not filled beside the map. */
    private static Set<Runnable> with(Runnable cut, Set<Runnable> open) {
        Set<Runnable> all = open == null ? ConcurrentHashMap.newKeySet() : open;
        all.add(cut);
        return all;
    }

    void cut(@Observes SessionRevoked news) {
        Set.copyOf(cuts.getOrDefault(news.session(), Set.of())).forEach(Runnable::run);
    }
}
