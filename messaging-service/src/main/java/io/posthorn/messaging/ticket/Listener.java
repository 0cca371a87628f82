package io.posthorn.messaging.ticket;

import io.posthorn.kit.caller.Role;
import java.time.Instant;
import java.util.UUID;

/** Who listens, in which login session, and until when the token that proved it is good. */
public record Listener(UUID workspaceId, UUID userId, UUID sessionId, Role role, Instant expiresAt) {}
