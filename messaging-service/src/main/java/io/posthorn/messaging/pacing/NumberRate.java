package io.posthorn.messaging.pacing;

/**
 * Meta's throughput of one number: so many messages, in and out, in any second. What leaves is spread within the second as
 * well, because a burst at its beginning would arrive as one, and the second is counted a little too long, because messages
 * do not travel equally fast.
 */
final class NumberRate {
    private static final long SECOND = 1_004;
    private static final int SPREAD = 10;

    private int perSecond;
    private double saved;
    private long countedAt;
    private long[] recent = new long[64];
    private int oldest;
    private int count;

    NumberRate(int perSecond, long now) {
        this.perSecond = perSecond;
        this.saved = burst();
        this.countedAt = now;
    }

    void change(int callsPerSecond) {
        perSecond = callsPerSecond;
        saved = Math.min(saved, burst());
    }

    int allowed(long now) {
        pass(now);
        return Math.max(0, Math.min((int) saved, perSecond - count));
    }

    /** When something may leave, if nothing else happens; now when it may already. */
    long nextAt(long now) {
        pass(now);
        var bySpread = saved >= 1 ? now : countedAt + (long) Math.ceil((1 - saved) * 1000 / perSecond);
        var bySecond = count < perSecond ? now : recent[at(count - perSecond)] + SECOND;
        return Math.max(bySpread, bySecond);
    }

    void used(long now) {
        pass(now);
        saved--;
        note(now);
    }

    /** Counted by Meta, but not ours to hold back: a message that came in, or that somebody else sent. */
    void noted(long at) {
        note(Math.max(at, count == 0 ? Long.MIN_VALUE : recent[at(count - 1)]));
    }

    private void pass(long now) {
        if (now > countedAt) {
            saved = Math.min(burst(), saved + (now - countedAt) * (double) perSecond / 1000);
            countedAt = now;
        }
        while (count > 0 && recent[oldest] <= countedAt - SECOND) {
            oldest = at(1);
            count--;
        }
    }

    private void note(long time) {
        if (count == recent.length) {
            var larger = new long[recent.length * 2];
            for (var index = 0; index < count; index++) {
                larger[index] = recent[at(index)];
            }
            recent = larger;
            oldest = 0;
        }
        recent[at(count)] = time;
        count++;
    }

    private int at(int index) {
        return (oldest + index) & (recent.length - 1);
    }

    private double burst() {
        return Math.max(1, perSecond / (double) SPREAD);
    }
}
