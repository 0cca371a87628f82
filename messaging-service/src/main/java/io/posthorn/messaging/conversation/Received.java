package io.posthorn.messaging.conversation;

import java.time.Instant;

/**
 * What came in between two parties.
 *
 * @param messages that nobody has read
 * @param lastAt when the last of it was written
 * @param windowFrom when the customer last wrote, which opens the window; null when they did not
 */
public record Received(Parties parties, int messages, Instant lastAt, Instant windowFrom) {
    /** Both together. */
    public Received and(Received other) {
        return new Received(
                parties, messages + other.messages, later(lastAt, other.lastAt), later(windowFrom, other.windowFrom));
    }

    private static Instant later(Instant one, Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
