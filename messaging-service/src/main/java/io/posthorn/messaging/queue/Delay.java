package io.posthorn.messaging.queue;

import java.util.UUID;

/**
 * A message that may not leave for so many milliseconds; its successors wait with it for so many.
 *
 * @param attemptId the attempt that was refused, null when there was none
 * @param counted whether it counts as one of the tries that a message has
 */
public record Delay(UUID messageId, UUID attemptId, long millis, long blocksMillis, boolean counted) {
    public static Delay claimed(UUID messageId, long millis, long blocksMillis) {
        return new Delay(messageId, null, millis, blocksMillis, false);
    }
}
