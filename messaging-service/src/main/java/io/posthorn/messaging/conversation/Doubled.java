package io.posthorn.messaging.conversation;

import java.util.UUID;

/** A conversation of a contact that goes; {@code stays} is null where the other contact has none on its channel. */
public record Doubled(UUID goes, UUID stays) {}
