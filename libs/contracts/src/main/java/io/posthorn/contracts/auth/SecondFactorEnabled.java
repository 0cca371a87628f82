package io.posthorn.contracts.auth;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/** Logging in to an account takes a second factor from now on. Kinds: {@code totp}. */
public record SecondFactorEnabled(UUID userId, UUID workspaceId, String kind, Instant enabledAt)
        implements PosthornEvent {
    @Override
    public UUID key() {
        return workspaceId;
    }
}
