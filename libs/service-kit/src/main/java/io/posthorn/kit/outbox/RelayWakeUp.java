package io.posthorn.kit.outbox;

import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets whoever appended tell the relay of this process that there may be work. Only a hint: the relay also looks by itself.
 * It is given before the commit, and often by many at once, so it waits a moment for both.
 */
@ApplicationScoped
public class RelayWakeUp {
    private static final long MOMENT_MILLIS = 4;

    private final Vertx vertx;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private volatile Runnable listener = () -> {};

    RelayWakeUp(Vertx vertx) {
        this.vertx = vertx;
    }

    void listen(Runnable whenAppended) {
        listener = whenAppended;
    }

    void soon() {
        if (waiting.compareAndSet(false, true)) {
            vertx.setTimer(MOMENT_MILLIS, elapsed -> {
                waiting.set(false);
                listener.run();
            });
        }
    }
}
