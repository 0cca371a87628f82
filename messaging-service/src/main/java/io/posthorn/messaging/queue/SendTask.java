package io.posthorn.messaging.queue;

import io.posthorn.messaging.pacing.Turn;
import java.util.UUID;

/**
 * A claimed message of a lane; times in milliseconds of this process's clock.
 *
 * @param heldSince since when it could have left and did not, 0 when never
 * @param traceParent the trace of the request that asked for it, null when it is not known
 */
public record SendTask(
        UUID messageId,
        String recipient,
        int priority,
        long sequence,
        int attempts,
        int refusals,
        long heldSince,
        long expiresAt,
        String traceParent) {

    public Turn turn(boolean opening, boolean marketing) {
        return new Turn(messageId, recipient, priority, sequence, refusals, opening, marketing, heldSince, expiresAt);
    }
}
