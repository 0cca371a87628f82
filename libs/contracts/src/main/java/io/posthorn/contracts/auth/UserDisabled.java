package io.posthorn.contracts.auth;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/** An operator keeps a member out of the installation; told to each of their workspaces. */
public record UserDisabled(UUID userId, UUID workspaceId, UUID operatorId, String reason, Instant disabledAt)
        implements PosthornEvent {
    @Override
    public UUID key() {
        return workspaceId;
    }
}
