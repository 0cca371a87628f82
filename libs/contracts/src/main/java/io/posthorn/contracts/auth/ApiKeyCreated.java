package io.posthorn.contracts.auth;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/** Somebody made an API key. {@code scopes} are separated by spaces; {@code expiresAt} is null for a key that does not expire. */
public record ApiKeyCreated(
        UUID apiKeyId,
        UUID workspaceId,
        String name,
        String role,
        String scopes,
        UUID createdBy,
        Instant expiresAt,
        Instant createdAt)
        implements PosthornEvent {
    @Override
    public UUID key() {
        return workspaceId;
    }
}
