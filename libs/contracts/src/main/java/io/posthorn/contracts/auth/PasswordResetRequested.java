package io.posthorn.contracts.auth;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/** Somebody, perhaps not its owner, asked for a new password for an account. */
public record PasswordResetRequested(UUID userId, UUID workspaceId, Instant requestedAt) implements PosthornEvent {
    @Override
    public UUID key() {
        return workspaceId;
    }
}
