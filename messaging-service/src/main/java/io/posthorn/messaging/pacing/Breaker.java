package io.posthorn.messaging.pacing;

import java.util.random.RandomGenerator;

/**
 * Stops calling when Meta cannot be reached or does not answer, and tries with one call at a time whether it can again. It
 * keeps small what nobody can know: without it every message of a queue would end in a call without an answer.
 */
final class Breaker {
    private static final int FAILURES = 8;
    private static final long FIRST_PAUSE = 1_000;
    private static final long LAST_PAUSE = 30_000;

    private final RandomGenerator random;
    private int failures;
    private long pause = FIRST_PAUSE;
    private long openUntil;
    private boolean open;
    private boolean probing;

    Breaker(RandomGenerator random) {
        this.random = random;
    }

    int allowed(long now) {
        if (!open) {
            return Integer.MAX_VALUE;
        }
        return now >= openUntil && !probing ? 1 : 0;
    }

    long nextAt(long now) {
        if (!open) {
            return now;
        }
        return probing ? Turn.NEVER : Math.max(now, openUntil);
    }

    void called() {
        probing = open;
    }

    void abandoned() {
        probing = false;
    }

    void answered() {
        failures = 0;
        pause = FIRST_PAUSE;
        open = false;
        probing = false;
    }

    void failed(long now) {
        failures++;
        if (open && !probing) {
            return; // called before it opened
        }
        if (failures >= FAILURES || probing) {
            open = true;
            probing = false;
            openUntil = now + (long) (pause * random.nextDouble(0.75, 1.25));
            pause = Math.min(LAST_PAUSE, pause * 2);
        }
    }

    /** Meta says itself that nothing will do for a while. */
    void closedBy(long until) {
        open = true;
        probing = false;
        openUntil = Math.max(openUntil, until);
    }

    /** Open because calls had no answer, and not because Meta asked for it. */
    boolean findsMetaAway() {
        return open && failures >= FAILURES;
    }
}
