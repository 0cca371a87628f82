package io.posthorn.messaging.pacing;

import java.util.random.RandomGenerator;

/** When a message goes out once more: only after errors that say so, later each time, and not all at the same moment. */
final class RetryRule {
    private static final int LONGEST_SHIFT = 20;

    private final PacingLimits limits;
    private final RandomGenerator random;

    RetryRule(PacingLimits limits, RandomGenerator random) {
        this.limits = limits;
        this.random = random;
    }

    boolean isExhausted(Turn turn) {
        return turn.refusals() + 1 >= limits.retries();
    }

    /** Doubles with each refusal up to a cap; chance takes off up to a half. */
    long backoff(int refusals) {
        var doubled = limits.firstRetry() << Math.min(refusals, LONGEST_SHIFT);
        return jitter(Math.min(limits.lastRetry(), doubled));
    }

    /** Meta's own advice for too many messages to one person: 4 to the power of the number of refusals, in seconds. */
    long pairBackoff(int refusals) {
        var advised = 1_000L << Math.min(2 * refusals, LONGEST_SHIFT);
        return Math.min(limits.lastRetry(), advised) + random.nextLong(250);
    }

    long jitter(long pause) {
        return (long) (pause * random.nextDouble(0.5, 1.0));
    }
}
