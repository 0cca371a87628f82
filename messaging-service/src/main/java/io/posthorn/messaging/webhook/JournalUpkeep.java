package io.posthorn.messaging.webhook;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** How long the journal and the ledger are kept; and what of the journal waits, since when, and could not be stored. */
@ApplicationScoped
class JournalUpkeep {
    private static final int COUNTED = 100_000;

    private final WorkerTransaction worker;
    private final JournalStore journal;
    private final RetentionConfig retention;
    private volatile long waiting;
    private volatile double age;
    private volatile long failing;

    JournalUpkeep(WorkerTransaction worker, JournalStore journal, RetentionConfig retention, MeterRegistry meters) {
        this.worker = worker;
        this.journal = journal;
        this.retention = retention;
        gauge(meters, "posthorn.journal.waiting", "Webhooks that wait to be worked off", () -> waiting);
        gauge(meters, "posthorn.journal.age", "For how many seconds the first of them has waited", () -> age);
        gauge(meters, "posthorn.journal.failing", "Webhooks with an item that could not be stored", () -> failing);
    }

    @Scheduled(every = "15s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> measure() {
        return worker.connection(connection -> journal.failing(connection)
                        .invoke(found -> failing = found)
                        .chain(() -> journal.waiting(connection, COUNTED))
                        .invoke(found -> waiting = found)
                        .chain(() -> journal.age(connection))
                        .invoke(found -> age = found))
                .replaceWithVoid();
    }

    @Scheduled(every = "1h", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> keepUp() {
        return worker.connection(connection -> journal.keep(connection, "webhook_journal", retention.journal())
                .chain(() -> journal.keep(
                        connection, "status_ledger", retention.statuses().orElse(null)))
                .chain(() -> journal.forget(connection)));
    }

    private static void gauge(MeterRegistry meters, String name, String says, Supplier<Number> value) {
        Gauge.builder(name, value).description(says).register(meters);
    }
}
