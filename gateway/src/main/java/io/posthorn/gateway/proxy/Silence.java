package io.posthorn.gateway.proxy;

import io.vertx.core.Vertx;
import java.time.Duration;

/** Ends an exchange in which nothing has moved for too long. Each piece that arrives starts the waiting anew. */
final class Silence {
    private final Vertx vertx;
    private final long limitNanos;
    private final Runnable whenTooLong;
    private long timer = -1;
    private long lastHeard = System.nanoTime();
    private boolean over;
    private boolean tooLong;

    Silence(Vertx vertx, Duration limit, Runnable whenTooLong) {
        this.vertx = vertx;
        this.limitNanos = limit.toNanos();
        this.whenTooLong = whenTooLong;
    }

    void begin() {
        vertx.cancelTimer(timer);
        broken();
        arm(limitNanos);
    }

    void broken() {
        lastHeard = System.nanoTime();
    }

    void end() {
        over = true;
        vertx.cancelTimer(timer);
    }

    boolean wasTooLong() {
        return tooLong;
    }

    private void arm(long nanos) {
        timer = vertx.setTimer(Math.max(1, nanos / 1_000_000), fired -> look());
    }

    private void look() {
        if (over) {
            return;
        }
        long left = limitNanos - (System.nanoTime() - lastHeard);
        if (left > 0) {
            arm(left);
            return;
        }
        tooLong = true;
        over = true;
        whenTooLong.run();
    }
}
