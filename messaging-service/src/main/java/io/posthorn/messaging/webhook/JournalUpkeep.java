package io.posthorn.messaging.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/** How long the journal and the ledger are kept, and what of the journal could not be stored: an alert hangs on that gauge. */
@ApplicationScoped
class JournalUpkeep {
    private final WorkerTransaction worker;
    private final JournalStore journal;
    private final RetentionConfig retention;
    private final AtomicLong failing = new AtomicLong();

    JournalUpkeep(WorkerTransaction worker, JournalStore journal, RetentionConfig retention, MeterRegistry meters) {
        this.worker = worker;
        this.journal = journal;
        this.retention = retention;
        meters.gauge("posthorn.journal.failing", failing);
    }

    @Scheduled(every = "15s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> measure() {
        return worker.connection(journal::failing).invoke(failing::set).replaceWithVoid();
    }

    @Scheduled(every = "1h", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> keepUp() {
        return worker.connection(connection -> journal.keep(connection, "webhook_journal", retention.journal())
                .chain(() -> journal.keep(
                        connection, "status_ledger", retention.statuses().orElse(null)))
                .chain(() -> journal.forget(connection)));
    }
}
