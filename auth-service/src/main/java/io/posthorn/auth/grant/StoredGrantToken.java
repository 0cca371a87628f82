package io.posthorn.auth.grant;

import java.time.Instant;

/** What is stored of an application's refresh token. */
record StoredGrantToken(Instant expiresAt, Instant usedAt) {
    enum Verdict {
        ROTATE,
        REUSED,
        REFUSED
    }

    Verdict verdict(Grant grant, Instant now) {
        if (!grant.liveAt(now)) {
            return Verdict.REFUSED;
        }
        if (usedAt != null) {
            return Verdict.REUSED;
        }
        return now.isBefore(expiresAt) ? Verdict.ROTATE : Verdict.REFUSED;
    }
}
