package io.posthorn.messaging.session;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** When a number is looked at again. */
final class CheckRhythm {
    private static final int QUICK_TRIES = 3;
    private static final int MOST_DOUBLINGS = 20;

    private final SessionConfig config;
    private final RandomGenerator random;

    CheckRhythm(SessionConfig config, RandomGenerator random) {
        this.config = config;
        this.random = random;
    }

    /** It works: numbers that were connected together do not stay together. */
    Duration afterSuccess() {
        return spread(config.checkEvery(), 0.9, 1.1);
    }

    /** @param failures in a row, the last one included */
    Duration afterFailure(int failures) {
        if (failures < QUICK_TRIES) {
            return config.reconnectEvery();
        }
        var doublings = Math.min(MOST_DOUBLINGS, failures - QUICK_TRIES + 1);
        var pause = config.reconnectEvery().multipliedBy(1L << doublings);
        return spread(pause.compareTo(config.reconnectAtMost()) > 0 ? config.reconnectAtMost() : pause, 0.5, 1.0);
    }

    private Duration spread(Duration pause, double from, double to) {
        return Duration.ofMillis((long) (pause.toMillis() * random.nextDouble(from, to)));
    }
}
