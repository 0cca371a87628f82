package io.posthorn.gateway.identity;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whoever a verified token speaks for, until it expires. {@code session} is the session or the API key behind the token,
 * null when it names none; {@code application} is the OAuth client that it was given to, null for a person's own.
 */
public record Principal(
        String subject,
        String workspace,
        String session,
        String application,
        Set<String> roles,
        Scopes scopes,
        Instant expiresAt) {
    /** Whatever of it can be revoked. */
    Stream<String> named() {
        return Stream.of(subject, workspace, session, application);
    }
}
