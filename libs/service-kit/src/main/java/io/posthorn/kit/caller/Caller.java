package io.posthorn.kit.caller;

import java.util.UUID;

/**
 * Who calls, in which workspace, in which login session.
 *
 * @param userId the person, or who made the API key that a program shows, or the application that acts alone
 * @param sessionId of the login, or the id of the API key, or of the grant to an application
 * @param principal whose idempotency keys these are: a person's or an application's own in every session, and each API key's
 *     and grant's own
 */
public record Caller(UUID workspaceId, UUID userId, UUID sessionId, UUID principal) {}
