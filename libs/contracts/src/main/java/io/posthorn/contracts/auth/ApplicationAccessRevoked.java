package io.posthorn.contracts.auth;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/** An application may no longer act for a member. Reasons: {@code code_replayed}, {@code token_reuse}, {@code by_application}, {@code by_user}, {@code member_removed}. */
public record ApplicationAccessRevoked(
        UUID grantId, UUID applicationId, UUID workspaceId, UUID userId, String reason, Instant revokedAt)
        implements PosthornEvent {
    @Override
    public UUID key() {
        return workspaceId;
    }
}
