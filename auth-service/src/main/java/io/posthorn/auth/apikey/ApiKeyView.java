package io.posthorn.auth.apikey;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A key without its secret. */
record ApiKeyView(
        UUID id,
        String name,

        @Schema(description = "How the key begins", examples = "ph_live_1NWyKNDwMyVoe3XMDXmWsA")
        String start,

        String role,
        List<String> scopes,
        List<String> addresses,

        @Schema(examples = "active", description = "active, expired or revoked")
        String status,

        UUID createdBy,
        Instant createdAt,
        Instant expiresAt,
        Instant revokedAt,

        @Schema(description = "Exact to about a minute") Instant lastUsedAt,

        String lastUsedAddress) {
    static ApiKeyView of(ApiKey key, Instant now) {
        return new ApiKeyView(
                key.id(),
                key.name(),
                PlainApiKey.start(key.id()),
                key.role().claim(),
                key.scopes(),
                key.addresses(),
                key.status(now),
                key.accountId(),
                key.createdAt(),
                key.expiresAt(),
                key.revokedAt(),
                key.lastUsedAt(),
                key.lastUsedAddress());
    }
}
