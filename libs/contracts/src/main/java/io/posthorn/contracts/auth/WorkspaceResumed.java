package io.posthorn.contracts.auth;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/** An operator lets a workspace go on. */
public record WorkspaceResumed(UUID workspaceId, UUID operatorId, Instant resumedAt) implements PosthornEvent {
    @Override
    public UUID key() {
        return workspaceId;
    }
}
