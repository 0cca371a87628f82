package io.posthorn.contracts.auth;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/** After many wrong passwords logging in to an account is slowed down for strangers. */
public record LoginLocked(UUID userId, UUID workspaceId, Instant lockedAt) implements PosthornEvent {
    @Override
    public UUID key() {
        return workspaceId;
    }
}
