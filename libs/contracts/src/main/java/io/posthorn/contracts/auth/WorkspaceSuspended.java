package io.posthorn.contracts.auth;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/** An operator has stopped a workspace. */
public record WorkspaceSuspended(UUID workspaceId, UUID operatorId, String reason, Instant suspendedAt)
        implements PosthornEvent {
    @Override
    public UUID key() {
        return workspaceId;
    }
}
