package io.posthorn.contracts.auth;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/** Logging in to an account takes no such second factor any more. */
public record SecondFactorDisabled(UUID userId, UUID workspaceId, String kind, Instant disabledAt)
        implements PosthornEvent {
    @Override
    public UUID key() {
        return workspaceId;
    }
}
