package io.posthorn.messaging.queue;

import java.util.UUID;

/** An attempt by its id, which Meta repeats to us, and the message it is for. */
public record MarkedAttempt(UUID id, UUID messageId, int number) {}
