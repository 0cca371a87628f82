package io.posthorn.contracts.auth;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/** A member lets an application act for them. {@code scopes} are separated by spaces. */
public record ApplicationAuthorized(
        UUID grantId, UUID applicationId, UUID workspaceId, UUID userId, String scopes, Instant authorizedAt)
        implements PosthornEvent {
    @Override
    public UUID key() {
        return workspaceId;
    }
}
