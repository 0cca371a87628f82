package io.posthorn.auth.proof;

import io.posthorn.kit.background.Background;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

@Startup
@ApplicationScoped
class ProofCleaner {
    private static final Duration REST = Duration.ofMinutes(10);

    private final WorkerTransaction worker;
    private final ProofStore store;
    private final Clock clock;

    ProofCleaner(WorkerTransaction worker, ProofStore store, Clock clock, Background background) {
        this.worker = worker;
        this.store = store;
        this.clock = clock;
        background.loop("proof-cleaner", this::clean);
    }

    private Uni<Duration> clean() {
        return worker.connection(connection -> store.deleteExpiredBefore(connection, clock.instant()))
                .map(deleted -> deleted == ProofStore.BATCH ? Duration.ZERO : REST);
    }
}
