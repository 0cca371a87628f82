package io.posthorn.kit.background;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** Owns pipelines that run side by side: counts them, sees their failures, and can be waited for. */
public final class BackgroundTasks {
    private static final Logger LOG = Logger.getLogger(BackgroundTasks.class);

    private final String name;
    private final AtomicInteger running = new AtomicInteger();
    private volatile CompletableFuture<Void> drained;

    public BackgroundTasks(String name) {
        this.name = name;
    }

    public void run(Uni<?> task) {
        running.incrementAndGet();
        task.subscribe().with(done -> ended(), failure -> {
            LOG.errorf(failure, "One of the %s failed", name);
            ended();
        });
    }

    public int running() {
        return running.get();
    }

    /** Completes when none runs any more; no new ones may be started then. */
    public CompletableFuture<Void> drained() {
        drained = new CompletableFuture<>();
        if (running.get() == 0) {
            drained.complete(null);
        }
        return drained;
    }

    private void ended() {
        var waiting = drained;
        if (running.decrementAndGet() == 0 && waiting != null) {
            waiting.complete(null);
        }
    }
}
