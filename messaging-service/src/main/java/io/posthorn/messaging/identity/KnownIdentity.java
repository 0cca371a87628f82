package io.posthorn.messaging.identity;

import java.time.Instant;
import java.util.UUID;

/** Whose an identity is; {@code until} is null unless they gave it up. */
public record KnownIdentity(UUID contactId, Instant until) {}
