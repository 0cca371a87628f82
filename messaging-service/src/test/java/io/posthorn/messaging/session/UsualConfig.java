package io.posthorn.messaging.session;

import java.time.Duration;

/** The settings' defaults, but for the time after which statuses are missing. */
record UsualConfig(Duration statusesMissingAfter) implements SessionConfig {
    @Override
    public Duration checkEvery() {
        return Duration.ofHours(1);
    }

    @Override
    public Duration reconnectEvery() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Duration reconnectAtMost() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Duration expireAfter() {
        return Duration.ofDays(30);
    }

    @Override
    public Duration upkeepEvery() {
        return Duration.ofHours(1);
    }
}
