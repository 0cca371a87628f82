package io.posthorn.auth.invitation;

import io.posthorn.auth.account.EmailAddress;
import io.posthorn.kit.caller.Role;
import java.time.Instant;
import java.util.UUID;

record Invitation(
        UUID workspaceId,
        UUID id,
        EmailAddress email,
        Role role,
        UUID invitedBy,
        Instant createdAt,
        Instant expiresAt) {}
