package io.posthorn.contracts.auth;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/** A workspace has another name. */
public record WorkspaceRenamed(UUID workspaceId, String name, UUID renamedBy, Instant renamedAt)
        implements PosthornEvent {
    @Override
    public UUID key() {
        return workspaceId;
    }
}
