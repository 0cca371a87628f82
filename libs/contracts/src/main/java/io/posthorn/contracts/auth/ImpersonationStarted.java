package io.posthorn.contracts.auth;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/** An operator acts as a member until {@code endsAt} at the latest, for this reason. */
public record ImpersonationStarted(
        UUID impersonationId,
        UUID workspaceId,
        UUID userId,
        UUID operatorId,
        String reason,
        Instant endsAt,
        Instant startedAt)
        implements PosthornEvent {
    @Override
    public UUID key() {
        return workspaceId;
    }
}
