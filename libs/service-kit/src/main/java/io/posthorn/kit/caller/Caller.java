package io.posthorn.kit.caller;

import java.util.UUID;

/**
 * Who calls, in which workspace, in which login session.
 *
 * @param userId the person, or who made the API key that a program shows
 * @param sessionId of the login, or the id of the API key
 * @param principal whose idempotency keys these are: a person's own in every session, and each API key's own
 */
public record Caller(UUID workspaceId, UUID userId, UUID sessionId, UUID principal) {}
