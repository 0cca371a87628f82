package io.posthorn.cloudapi.graph;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How often a call that does no harm twice is made, and how long it rests between.
 *
 * @param attempts all of them, the first one included
 */
public record RetryPolicy(int attempts, Duration first, Duration longest) {
    public static final RetryPolicy USUAL = new RetryPolicy(3, Duration.ofMillis(200), Duration.ofSeconds(2));
    public static final RetryPolicy NONE = new RetryPolicy(1, Duration.ofMillis(1), Duration.ofMillis(1));
    private static final int MOST_DOUBLINGS = 20;

    public RetryPolicy {
        if (attempts < 1 || first.isNegative() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("A retry policy has an attempt, and rests that grow");
        }
    }

    /** Doubles with each attempt, with jitter, so that many do not come back at once. */
    Duration rest(int attempt) {
        var doubled = first.multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
        var capped = doubled.compareTo(longest) > 0 ? longest : doubled;
        var millis = Math.max(1, capped.toMillis());
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(millis / 2 + 1, millis + 1));
    }
}
