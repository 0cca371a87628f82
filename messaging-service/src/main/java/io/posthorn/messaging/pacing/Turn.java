package io.posthorn.messaging.pacing;

import java.util.UUID;

/**
 * A claimed message that waits for its moment.
 *
 * @param sequence the order in which messages of one recipient and priority were asked for
 * @param refusals how often Meta refused it with an error that may pass
 * @param opening whether it opens a conversation, and so counts against the portfolio's limit
 * @param blockedSince since when its successors wait for it although it may not leave; 0 when they do not
 * @param expiresAt when it is not worth sending any more
 */
public record Turn(
        UUID messageId,
        String recipient,
        int priority,
        long sequence,
        int refusals,
        boolean opening,
        boolean marketing,
        long blockedSince,
        long expiresAt) {
    public static final long NEVER = Long.MAX_VALUE;

    boolean before(Turn other) {
        return priority != other.priority ? priority < other.priority : sequence < other.sequence;
    }
}
