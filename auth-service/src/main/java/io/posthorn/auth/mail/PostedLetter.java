package io.posthorn.auth.mail;

import java.time.Instant;
import java.util.UUID;

/** A letter as it is stored until it is sent. */
record PostedLetter(
        UUID workspaceId, UUID id, UUID accountId, String kind, byte[] sealed, Instant postedAt, Instant expiresAt) {
    @Override
    public String toString() {
        return "PostedLetter[%s]".formatted(id);
    }
}
