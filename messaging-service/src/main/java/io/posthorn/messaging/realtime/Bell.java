package io.posthorn.messaging.realtime;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;

/** Wakes the one who waits. A ring that nobody waits for is remembered until {@link #hush()}. */
final class Bell {
    private CompletableFuture<Void> rung = new CompletableFuture<>();

    /** Safe from any thread; the waiting one goes on in the ringing thread. */
    void ring() {
        current().complete(null);
    }

    Uni<Void> heard() {
        return Uni.createFrom().completionStage(this::current);
    }

    synchronized void hush() {
        if (rung.isDone()) {
            rung = new CompletableFuture<>();
        }
    }

    private synchronized CompletableFuture<Void> current() {
        return rung;
    }
}
