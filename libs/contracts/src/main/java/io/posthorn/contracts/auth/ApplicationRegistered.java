package io.posthorn.contracts.auth;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/** Somebody registered an application. {@code scopes}, separated by spaces, are what it may ask for. */
public record ApplicationRegistered(
        UUID applicationId,
        UUID workspaceId,
        String name,
        String role,
        String scopes,
        UUID registeredBy,
        Instant registeredAt)
        implements PosthornEvent {
    @Override
    public UUID key() {
        return workspaceId;
    }
}
