package io.posthorn.messaging.revision;

import java.time.Instant;
import java.util.UUID;

/** A reaction that stands. The actor is a contact, or for us the channel. */
public record Reaction(UUID messageId, UUID actor, String emoji, Instant at) {}
