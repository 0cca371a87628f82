package io.posthorn.contracts.auth;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/** Somebody is not a member any more. Whoever left removed himself. */
public record MemberRemoved(UUID userId, UUID workspaceId, UUID removedBy, Instant removedAt) implements PosthornEvent {
    @Override
    public UUID key() {
        return workspaceId;
    }
}
