package io.posthorn.contracts.auth;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/** Somebody accepted an invitation. */
public record MemberJoined(UUID userId, UUID workspaceId, String role, UUID invitationId, Instant joinedAt)
        implements PosthornEvent {
    @Override
    public UUID key() {
        return workspaceId;
    }
}
