package io.posthorn.contracts.auth;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/** An operator lets a member in again; told to each of their workspaces. */
public record UserEnabled(UUID userId, UUID workspaceId, UUID operatorId, Instant enabledAt) implements PosthornEvent {
    @Override
    public UUID key() {
        return workspaceId;
    }
}
