package io.posthorn.contracts.auth;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/** An invitation was taken back. */
public record InvitationRevoked(UUID invitationId, UUID workspaceId, UUID revokedBy, Instant revokedAt)
        implements PosthornEvent {
    @Override
    public UUID key() {
        return workspaceId;
    }
}
