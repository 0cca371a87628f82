package io.posthorn.auth.guard;

import java.time.Duration;
import java.time.Instant;

/** How long whoever guesses has to wait. */
final class Waits {
    private static final int MOST_DOUBLINGS = 20;

    private final GuardConfig config;

    Waits(GuardConfig config) {
        this.config = config;
    }

    /** Where the account is known, what strangers do to it elsewhere does not count, and the waits stay short. */
    Duration left(Counted account, Counted network, Counted pair, Instant now) {
        var own = pair.knownAt(now)
                ? left(pair, config.freeForAccount(), config.longestWaitWhereKnown(), now)
                : left(account, config.freeForAccount(), config.longestWait(), now);
        var networks = left(network, config.freeForNetwork(), config.longestWait(), now);
        return own.compareTo(networks) > 0 ? own : networks;
    }

    private Duration left(Counted counted, int free, Duration longest, Instant now) {
        if (counted.failures() < free || !now.isBefore(counted.failedAt().plus(config.forgetAfter()))) {
            return Duration.ZERO;
        }
        var doublings = Math.min(MOST_DOUBLINGS, counted.failures() - free);
        var wait = config.firstWait().multipliedBy(1L << doublings);
        var until = counted.failedAt().plus(wait.compareTo(longest) > 0 ? longest : wait);
        return now.isBefore(until) ? Duration.between(now, until) : Duration.ZERO;
    }
}
