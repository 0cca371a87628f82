package io.posthorn.messaging.accepting;

import io.posthorn.kit.tenant.WorkerTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Forgets old keys. */
@ApplicationScoped
class MessageKeySweep {
    private final WorkerTransaction worker;
    private final MessageKeyStore keys;

    MessageKeySweep(WorkerTransaction worker, MessageKeyStore keys) {
        this.worker = worker;
        this.keys = keys;
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return worker.connection(keys::forgetOld);
    }
}
