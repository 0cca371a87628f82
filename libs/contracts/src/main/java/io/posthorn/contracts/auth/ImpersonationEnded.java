package io.posthorn.contracts.auth;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/** An operator no longer acts as a member. */
public record ImpersonationEnded(UUID impersonationId, UUID workspaceId, UUID userId, UUID operatorId, Instant endedAt)
        implements PosthornEvent {
    @Override
    public UUID key() {
        return workspaceId;
    }
}
