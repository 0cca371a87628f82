package io.posthorn.messaging.sending;

import java.time.Instant;
import java.util.UUID;

/** A message that has to leave: to these digits, now, or at a moment when one is given. */
public record NewTask(UUID messageId, UUID channelId, String recipient, Instant sendAt) {}
