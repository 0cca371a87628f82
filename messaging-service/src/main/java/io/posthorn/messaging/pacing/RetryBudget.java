package io.posthorn.messaging.pacing;

/**
 * How many repetitions a lane may add to its calls. Each accepted call earns a part of one, time earns some more; beyond
 * that repetitions wait, so that a weak Meta is not asked twice as much as a strong one.
 */
final class RetryBudget {
    private static final double MOST = 50;
    private static final double PER_ACCEPTED = 0.2;
    private static final double PER_SECOND = 1;

    private double saved = MOST;
    private long countedAt;

    RetryBudget(long now) {
        countedAt = now;
    }

    void accepted() {
        saved = Math.min(MOST, saved + PER_ACCEPTED);
    }

    /** Takes one; how long it has to wait. */
    long take(long now) {
        if (now > countedAt) {
            saved = Math.min(MOST, saved + (now - countedAt) * PER_SECOND / 1000);
            countedAt = now;
        }
        saved--;
        return saved >= 0 ? 0 : (long) Math.ceil(-saved * 1000 / PER_SECOND);
    }
}
