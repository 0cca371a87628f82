package io.posthorn.contracts.auth;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/** An API key got a new secret; the old one is good for a while. */
public record ApiKeyRotated(UUID apiKeyId, UUID workspaceId, UUID rotatedBy, Instant rotatedAt)
        implements PosthornEvent {
    @Override
    public UUID key() {
        return workspaceId;
    }
}
