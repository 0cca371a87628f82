package io.posthorn.kit.background;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Repeats a step for the life of the process. A step says how long to rest before the next one; {@link #wake()} cuts the
 * rest short. A failed step is logged, counted and tried again after a pause that doubles up to 10 s. Steps never overlap.
 */
public final class BackgroundLoop {
    private static final Logger LOG = Logger.getLogger(BackgroundLoop.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);

    private final String name;
    private final Vertx vertx;
    private final Supplier<Uni<Duration>> step;
    private final Counter failures;
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private Context context;
    private long timer = -1;
    private boolean resting;
    private long dueAt;
    private boolean woken;
    private boolean stopping;
    private Duration pause = SHORTEST_PAUSE;

    public BackgroundLoop(String name, Vertx vertx, MeterRegistry meters, Supplier<Uni<Duration>> step) {
        this.name = name;
        this.vertx = vertx;
        this.step = step;
        this.failures = meters.counter("posthorn.background.failures", "loop", name);
    }

    /** Begins; every step runs on one event loop, so the fields need no locks. */
    public void start() {
        context = vertx.getOrCreateContext();
        context.runOnContext(ignored -> run());
    }

    /** Something may have happened: look now. Safe from any thread. */
    public void wake() {
        if (context != null) {
            context.runOnContext(ignored -> wakeNow());
        }
    }

    /** Something is about to happen: look no later than so. Safe from any thread. */
    public void wakeWithin(Duration time) {
        if (context != null) {
            context.runOnContext(ignored -> {
                if (resting && dueAt - System.nanoTime() > time.toNanos()) {
                    vertx.cancelTimer(timer);
                    schedule(time);
                }
            });
        }
    }

    /** Lets the running step end, then stops. */
    public CompletableFuture<Void> stop() {
        if (context == null) {
            return CompletableFuture.completedFuture(null);
        }
        context.runOnContext(ignored -> {
            stopping = true;
            wakeNow();
        });
        return stopped;
    }

    private void wakeNow() {
        if (resting) {
            vertx.cancelTimer(timer);
            resting = false;
            run();
        } else {
            woken = true;
        }
    }

    private void run() {
        if (stopping) {
            stopped.complete(null);
            return;
        }
        woken = false;
        var stepContext = VertxContext.getOrCreateDuplicatedContext(context);
        stepContext.runOnContext(ignored -> Uni.createFrom()
                .deferred(() -> step.get())
                .subscribe()
                .with(
                        rest -> context.runOnContext(done -> rest(rest)),
                        failure -> context.runOnContext(done -> failed(failure))));
    }

    private void failed(Throwable failure) {
        failures.increment();
        LOG.warnf(failure, "%s failed; next try in %d ms", name, pause.toMillis());
        var wait = pause;
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        woken = false;
        schedule(wait);
    }

    private void rest(Duration rest) {
        pause = SHORTEST_PAUSE;
        schedule(rest);
    }

    private void schedule(Duration rest) {
        if (stopping || woken || rest.isZero()) {
            context.runOnContext(ignored -> run());
            return;
        }
        resting = true;
        dueAt = System.nanoTime() + rest.toNanos();
        timer = vertx.setTimer(Math.max(1, rest.toMillis()), ignored -> {
            resting = false;
            run();
        });
    }
}
