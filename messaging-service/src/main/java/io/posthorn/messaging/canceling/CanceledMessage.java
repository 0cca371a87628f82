package io.posthorn.messaging.canceling;

import java.util.UUID;

/** The answer to a message that was taken back: it will not be sent. */
public record CanceledMessage(UUID id, String status) {}
