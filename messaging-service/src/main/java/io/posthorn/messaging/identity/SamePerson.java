package io.posthorn.messaging.identity;

import java.util.UUID;

/** Two contacts that are one person; the older one stays. */
public record SamePerson(UUID stays, UUID goes) {}
