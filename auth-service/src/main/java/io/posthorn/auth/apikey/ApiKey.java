package io.posthorn.auth.apikey;

import io.posthorn.contracts.auth.ApiKeyCreated;
import io.posthorn.contracts.auth.ApiKeyRevoked;
import io.posthorn.kit.caller.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What everybody may know of a key. Null times: it does not expire, was not revoked, was never used. */
record ApiKey(
        UUID workspaceId,
        UUID id,
        UUID accountId,
        String name,
        Role role,
        List<String> scopes,
        List<String> addresses,
        Instant createdAt,
        Instant expiresAt,
        Instant revokedAt,
        Instant lastUsedAt,
        String lastUsedAddress) {
    String status(Instant now) {
        if (revokedAt != null) {
            return "revoked";
        }
        return expiresAt == null || now.isBefore(expiresAt) ? "active" : "expired";
    }

    ApiKeyCreated created() {
        return new ApiKeyCreated(
                id, workspaceId, name, role.claim(), String.join(" ", scopes), accountId, expiresAt, createdAt);
    }

    static ApiKeyRevoked revoked(UUID workspaceId, UUID id, UUID revokedBy, Instant now) {
        return new ApiKeyRevoked(id, workspaceId, revokedBy, now);
    }
}
