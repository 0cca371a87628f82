package io.posthorn.auth.invitation;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record InvitationView(
        UUID id,
        @Schema(examples = "grace@example.com") String email,
        @Schema(examples = "agent") String role,
        @Schema(description = "A member's id") UUID invitedBy,
        Instant createdAt,
        Instant expiresAt) {
    static InvitationView of(Invitation invitation) {
        return new InvitationView(
                invitation.id(),
                invitation.email().value(),
                invitation.role().claim(),
                invitation.invitedBy(),
                invitation.createdAt(),
                invitation.expiresAt());
    }
}
