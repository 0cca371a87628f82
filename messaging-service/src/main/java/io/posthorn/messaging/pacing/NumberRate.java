package io.posthorn.messaging.pacing;

/**
 * Meta's throughput of one number: so many messages, in and out, in any second. What leaves is spread within the second as
 * well, because a burst at its beginning would arrive as one, and the second is counted a little too long, because messages
 * do not travel equally fast.
 */
final class NumberRate {
    private static final long SECOND = 1_004;
    private static final int SPREAD = 10;
    private static final int DEPARTURES_PER_SECOND = 20;

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

    /** None yet when more wait than may leave, and a few moments later more of them could leave together. */
    int allowedTogether(int waiting, long now) {
        var allowed = allowed(now);
        return allowed < together(waiting) ? 0 : allowed;
    }

    /** When those may leave that leave together, if nothing else happens; now when they may already. */
    long nextAt(int waiting, long now) {
        pass(now);
        var need = together(waiting);
        var bySpread = saved >= need ? now : countedAt + (long) Math.ceil((need - saved) * 1000 / perSecond);
        var bySecond = count + need <= perSecond ? now : recent[at(count + need - 1 - perSecond)] + SECOND;
        return Math.max(bySpread, bySecond);
    }

    /** Whatever leaves together shares a commit, which costs more than all the rest. */
    private int together(int waiting) {
        return Math.clamp(waiting, 1, Math.max(1, perSecond / DEPARTURES_PER_SECOND));
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
