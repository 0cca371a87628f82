package io.posthorn.messaging.webhook;

import io.posthorn.kit.background.Gathering;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicReference;

/** Writes webhooks down. Concurrent ones share one insert and one commit. */
@ApplicationScoped
public class Journal {
    private final Gathering<JournalEntry> gathering;
    private final AtomicReference<Runnable> reader = new AtomicReference<>(() -> {});

    Journal(WorkerTransaction worker, JournalStore store, WebhookConfig config, Vertx vertx) {
        this.gathering = new Gathering<>(
                vertx,
                config.gather(),
                config.gatherMost(),
                entries -> worker.statement(connection -> store.insertAll(connection, entries)));
    }

    /** Completes when the entry is on disk. */
    Uni<Void> write(JournalEntry entry) {
        return gathering.add(entry).invoke(() -> reader.get().run());
    }

    /** Whoever works the journal off is told that there is something new. */
    public void onWritten(Runnable wake) {
        reader.set(wake);
    }

    /** There is something to work off that was not written just now. */
    public void announce() {
        reader.get().run();
    }
}
