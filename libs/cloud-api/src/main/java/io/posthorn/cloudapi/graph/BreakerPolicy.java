package io.posthorn.cloudapi.graph;

import java.time.Duration;

/**
 * When calls for a number are held back: after so many failures in a row, for so long; then one call finds out whether Meta
 * is there again.
 */
public record BreakerPolicy(int failures, Duration openFor) {
    public static final BreakerPolicy USUAL = new BreakerPolicy(20, Duration.ofSeconds(5));

    /** For callers who hold calls back themselves. */
    public static final BreakerPolicy NEVER_OPEN = new BreakerPolicy(Integer.MAX_VALUE, Duration.ofSeconds(1));

    public BreakerPolicy {
        if (failures < 1 || openFor.isNegative() || openFor.isZero()) {
            throw new IllegalArgumentException("A breaker opens after a failure at least, for some time");
        }
    }
}
