package io.posthorn.messaging.pacing;

import java.util.HashMap;
import java.util.Map;

/**
 * Meta's rate from one number to one person: one message an interval, with a burst that borrows from later intervals. One
 * number for each person says it all: when their account will be even again (GCRA).
 */
final class PairRate {
    private static final int LOOK_THROUGH_EVERY = 4_096;

    private final long interval;
    private final long borrowed;
    private final Map<String, Long> evenAt = new HashMap<>();
    private int usedSince;

    PairRate(long interval, int burst) {
        this.interval = interval + interval / 125; // messages do not travel equally fast
        this.borrowed = this.interval * (burst - 1);
    }

    /** When a message to this person may leave; in the past when it may now. */
    long nextAt(String recipient) {
        var even = evenAt.get(recipient);
        return even == null ? Long.MIN_VALUE : even - borrowed;
    }

    void used(String recipient, long at) {
        var even = evenAt.get(recipient);
        evenAt.put(recipient, (even == null ? at : Math.max(even, at)) + interval);
        if (++usedSince >= LOOK_THROUGH_EVERY) {
            usedSince = 0;
            evenAt.values().removeIf(time -> time <= at);
        }
    }

    int remembered() {
        return evenAt.size();
    }
}
