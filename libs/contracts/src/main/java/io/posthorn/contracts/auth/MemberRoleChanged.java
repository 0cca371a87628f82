package io.posthorn.contracts.auth;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/** A member is something else from now on. */
public record MemberRoleChanged(
        UUID userId, UUID workspaceId, String role, String previousRole, UUID changedBy, Instant changedAt)
        implements PosthornEvent {
    @Override
    public UUID key() {
        return workspaceId;
    }
}
