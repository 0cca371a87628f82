package io.posthorn.auth.session;

import io.posthorn.contracts.auth.SessionRevoked;
import io.posthorn.contracts.auth.SessionStarted;
import java.time.Instant;
import java.util.UUID;

record Session(UUID workspaceId, UUID id, UUID accountId, Instant startedAt, Instant endsAt, Instant revokedAt) {
    boolean liveAt(Instant now) {
        return revokedAt == null && now.isBefore(endsAt);
    }

    SessionStarted started() {
        return new SessionStarted(id, accountId, workspaceId, startedAt);
    }

    SessionRevoked revoked(RevokeReason reason, Instant now) {
        return new SessionRevoked(id, accountId, workspaceId, reason.word(), now);
    }
}
