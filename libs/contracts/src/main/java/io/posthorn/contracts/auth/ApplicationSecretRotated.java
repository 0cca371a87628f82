package io.posthorn.contracts.auth;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/** An application got a new secret; the old one is good for a while. */
public record ApplicationSecretRotated(UUID applicationId, UUID workspaceId, UUID rotatedBy, Instant rotatedAt)
        implements PosthornEvent {
    @Override
    public UUID key() {
        return workspaceId;
    }
}
