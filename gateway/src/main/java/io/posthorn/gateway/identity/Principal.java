package io.posthorn.gateway.identity;

import java.time.Instant;

/**
 * Whoever a verified token speaks for, until it expires. {@code session} is the session or the API key behind the token,
 * null when it names none.
 */
public record Principal(String subject, String workspace, String session, Scopes scopes, Instant expiresAt) {}
