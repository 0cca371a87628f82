package io.posthorn.gateway.stub;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The gateway's time: the real one until a test stops it, and as far ahead as the test wants. Who touches it sets it back. */
@Alternative
@Priority(1)
@Singleton
public class MovableClock extends Clock {
    private volatile Duration ahead = Duration.ZERO;
    private volatile Instant stoppedAt;

    public void stop() {
        stoppedAt = Instant.now();
    }

    public void move(Duration by) {
        ahead = ahead.plus(by);
    }

    public void setBack() {
        ahead = Duration.ZERO;
        stoppedAt = null;
    }

    @Override
    public Instant instant() {
        var stopped = stoppedAt;
        return (stopped == null ? Instant.now() : stopped).plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
