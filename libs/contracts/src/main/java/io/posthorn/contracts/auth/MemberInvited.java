package io.posthorn.contracts.auth;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/** Somebody was invited by e-mail; the address stays in the invitation. */
public record MemberInvited(UUID invitationId, UUID workspaceId, String role, UUID invitedBy, Instant invitedAt)
        implements PosthornEvent {
    @Override
    public UUID key() {
        return workspaceId;
    }
}
