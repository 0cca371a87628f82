package io.posthorn.contracts.auth;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/**
 * A session ended before its time. Reasons: {@code logout}, {@code logout_everywhere}, {@code token_reuse}, {@code ended_elsewhere},
 * {@code password_changed}, {@code password_reset}, {@code role_lowered}, {@code member_removed}, {@code account_deleted},
 * {@code by_operator}.
 */
public record SessionRevoked(UUID sessionId, UUID userId, UUID workspaceId, String reason, Instant revokedAt)
        implements PosthornEvent {
    @Override
    public UUID key() {
        return workspaceId;
    }
}
