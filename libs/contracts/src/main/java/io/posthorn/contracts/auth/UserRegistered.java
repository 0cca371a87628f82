package io.posthorn.contracts.auth;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/** Somebody made an account and, with it, a workspace. */
public record UserRegistered(UUID userId, UUID workspaceId, String workspaceName, Instant registeredAt)
        implements PosthornEvent {
    @Override
    public UUID key() {
        return workspaceId;
    }
}
