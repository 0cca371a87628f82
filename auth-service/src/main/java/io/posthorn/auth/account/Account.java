package io.posthorn.auth.account;

import java.time.Instant;
import java.util.UUID;

/** The password's hash is not part of it: it never leaves the login. */
public record Account(UUID id, String email, String fullName, Instant createdAt) {}
