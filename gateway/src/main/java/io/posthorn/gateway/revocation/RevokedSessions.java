package io.posthorn.gateway.revocation;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What is known to be revoked, for as long as a token of it could still be shown. */
@Singleton
public class RevokedSessions {
    private final Map<String, Instant> until = new ConcurrentHashMap<>();

    /** False for none. */
    public boolean contains(String session) {
        return session != null && until.containsKey(session);
    }

    /** Whether this was news. */
    boolean add(String session, Instant keptUntil) {
        return until.put(session, keptUntil) == null;
    }

    void lift(String session) {
        until.remove(session);
    }

    void forgetBefore(Instant now) {
        until.values().removeIf(now::isAfter);
    }
}
