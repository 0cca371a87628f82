package io.posthorn.auth.account;

import io.posthorn.auth.mail.Language;
import java.time.Instant;
import java.util.UUID;

/**
 * The password's hash is not part of it: it never leaves the login.
 *
 * @param language in which it is written to
 * @param emailVerifiedAt null until somebody showed that the address reaches them
 */
public record Account(
        UUID id, String email, String fullName, Language language, Instant emailVerifiedAt, Instant createdAt) {}
