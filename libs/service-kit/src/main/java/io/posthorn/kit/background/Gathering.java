package io.posthorn.kit.background;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Lets concurrent callers share one statement: the first waits a moment for the others, then all go together. All of a batch
 * succeed or fail together, so only calls that belong to one kind of work are gathered.
 */
public final class Gathering<T> {
    private record Waiting<T>(T item, CompletableFuture<Void> done) {}

    private final Context context;
    private final Vertx vertx;
    private final long waitMillis;
    private final int most;
    private final Function<List<T>, Uni<Void>> work;
    private List<Waiting<T>> waiting = new ArrayList<>();
    private long timer = -1;

    public Gathering(Vertx vertx, Duration wait, int most, Function<List<T>, Uni<Void>> work) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.waitMillis = Math.max(1, wait.toMillis());
        this.most = most;
        this.work = work;
    }

    /** Completes when the batch that holds the item is done. Safe from any thread. */
    public Uni<Void> add(T item) {
        return Uni.createFrom().completionStage(() -> {
            var done = new CompletableFuture<Void>();
            context.runOnContext(ignored -> enqueue(new Waiting<>(item, done)));
            return done;
        });
    }

    private void enqueue(Waiting<T> one) {
        waiting.add(one);
        if (waiting.size() >= most) {
            vertx.cancelTimer(timer);
            timer = -1;
            go();
        } else if (timer == -1) {
            timer = vertx.setTimer(waitMillis, ignored -> {
                timer = -1;
                go();
            });
        }
    }

    private void go() {
        var batch = waiting;
        waiting = new ArrayList<>();
        if (batch.isEmpty()) {
            return;
        }
        Uni.createFrom()
                .deferred(() -> work.apply(batch.stream().map(Waiting::item).toList()))
                .subscribe()
                .with(
                        done -> batch.forEach(one -> one.done().complete(null)),
                        failure -> batch.forEach(one -> one.done().completeExceptionally(failure)));
    }
}
