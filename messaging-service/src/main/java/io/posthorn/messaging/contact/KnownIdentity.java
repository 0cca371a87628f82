package io.posthorn.messaging.contact;

import java.time.Instant;
import java.util.UUID;

/** Whose an identity is; {@code until} is null unless they gave it up. */
record KnownIdentity(UUID contactId, Instant until) {}
