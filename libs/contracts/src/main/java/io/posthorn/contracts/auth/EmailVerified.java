package io.posthorn.contracts.auth;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/** Somebody showed that the address of an account reaches them. */
public record EmailVerified(UUID userId, UUID workspaceId, Instant verifiedAt) implements PosthornEvent {
    @Override
    public UUID key() {
        return workspaceId;
    }
}
