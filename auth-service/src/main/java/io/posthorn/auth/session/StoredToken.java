package io.posthorn.auth.session;

import java.time.Duration;
import java.time.Instant;

/** What is stored of a refresh token. */
record StoredToken(Instant expiresAt, Instant usedAt, byte[] sealedAnswer) {
    enum Verdict {
        ROTATE,
        REPEAT,
        REUSED,
        REFUSED
    }

    /** What presenting this token means now. The order matters: an ended family is refused, whatever the token. */
    Verdict verdict(Session session, Instant now, Duration grace) {
        if (!session.liveAt(now)) {
            return Verdict.REFUSED;
        }
        if (usedAt == null) {
            return now.isBefore(expiresAt) ? Verdict.ROTATE : Verdict.REFUSED;
        }
        var withinGrace = !now.isAfter(usedAt.plus(grace));
        return withinGrace && sealedAnswer != null ? Verdict.REPEAT : Verdict.REUSED;
    }
}
