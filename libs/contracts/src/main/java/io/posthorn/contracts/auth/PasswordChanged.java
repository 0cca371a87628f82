package io.posthorn.contracts.auth;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/** An account has a new password; told in each of its workspaces. Reasons: {@code password_changed}, {@code password_reset}. */
public record PasswordChanged(UUID userId, UUID workspaceId, String reason, Instant changedAt)
        implements PosthornEvent {
    @Override
    public UUID key() {
        return workspaceId;
    }
}
