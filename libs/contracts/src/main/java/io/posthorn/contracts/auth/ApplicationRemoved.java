package io.posthorn.contracts.auth;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/** An application is gone, with everything that it was granted. */
public record ApplicationRemoved(UUID applicationId, UUID workspaceId, UUID removedBy, Instant removedAt)
        implements PosthornEvent {
    @Override
    public UUID key() {
        return workspaceId;
    }
}
