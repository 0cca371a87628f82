package io.posthorn.contracts.auth;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/** Somebody who had an account founded another workspace and owns it. */
public record WorkspaceCreated(UUID workspaceId, String name, UUID createdBy, Instant createdAt)
        implements PosthornEvent {
    @Override
    public UUID key() {
        return workspaceId;
    }
}
