package io.posthorn.auth.impersonation;

import io.posthorn.contracts.auth.ImpersonationEnded;
import io.posthorn.contracts.auth.ImpersonationStarted;
import java.time.Instant;
import java.util.UUID;

record Impersonation(
        UUID workspaceId, UUID id, UUID accountId, UUID operatorId, String reason, Instant startedAt, Instant endsAt) {
    ImpersonationStarted started() {
        return new ImpersonationStarted(id, workspaceId, accountId, operatorId, reason, endsAt, startedAt);
    }

    ImpersonationEnded ended(Instant now) {
        return new ImpersonationEnded(id, workspaceId, accountId, operatorId, now);
    }
}
