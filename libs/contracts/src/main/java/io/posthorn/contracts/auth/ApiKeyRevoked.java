package io.posthorn.contracts.auth;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/** An API key is no longer good. */
public record ApiKeyRevoked(UUID apiKeyId, UUID workspaceId, UUID revokedBy, Instant revokedAt)
        implements PosthornEvent {
    @Override
    public UUID key() {
        return workspaceId;
    }
}
