package io.posthorn.messaging.queue;

import java.time.Instant;
import java.util.UUID;

/**
 * A message that has to leave: to these digits, now, or at a moment when one is given.
 *
 * @param expiresAt when it is not worth sending any more, null when it always is
 */
public record NewTask(UUID messageId, UUID channelId, String recipient, Instant sendAt, Instant expiresAt) {
    public NewTask(UUID messageId, UUID channelId, String recipient, Instant sendAt) {
        this(messageId, channelId, recipient, sendAt, null);
    }
}
