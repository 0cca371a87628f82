package io.posthorn.auth.session;

import io.posthorn.auth.token.AccessTokens;
import io.posthorn.auth.workspace.Membership;
import io.posthorn.kit.crypto.Envelope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** Makes what a client gets, and keeps the answer to a used refresh token sealed, so that it can be repeated. */
@ApplicationScoped
class TokenPairs {
    private final AccessTokens accessTokens;
    private final Envelope envelope;
    private final SessionConfig config;

    TokenPairs(AccessTokens accessTokens, Envelope envelope, SessionConfig config) {
        this.accessTokens = accessTokens;
        this.envelope = envelope;
        this.config = config;
    }

    IssuedTokens issue(Session session, Membership member, RefreshToken refreshToken) {
        var accessToken = accessTokens.sign(session.accountId(), session.workspaceId(), member.role(), session.id());
        return new IssuedTokens(
                accessToken, refreshToken.text(), accessTokens.lifetime().toSeconds());
    }

    /** A refresh token slides, but never past the end of its session. */
    Instant expiry(Session session, Instant now) {
        var sliding = now.plus(config.slidingLifetime());
        return sliding.isBefore(session.endsAt()) ? sliding : session.endsAt();
    }

    Rotation rotation(
            RefreshToken used,
            RefreshToken successor,
            IssuedTokens answer,
            Session session,
            String address,
            Instant now) {
        var sealed = envelope.seal(answer.accessToken() + " " + answer.refreshToken(), used.answerName());
        return new Rotation(used, successor, expiry(session, now), sealed, address, now);
    }

    /** The same tokens again; only the seconds that are left are counted anew. */
    IssuedTokens repeat(RefreshToken used, StoredToken stored, Instant now) {
        var answer = envelope.open(stored.sealedAnswer(), used.answerName()).split(" ", 2);
        var left = accessTokens.lifetime().minus(Duration.between(stored.usedAt(), now));
        return new IssuedTokens(answer[0], answer[1], Math.max(0, left.toSeconds()));
    }
}
