package io.posthorn.template.submission;

import io.micrometer.core.instrument.MeterRegistry;
import io.posthorn.kit.background.BackgroundLoop;
import io.posthorn.kit.background.HeldLease;
import io.posthorn.kit.background.Lease;
import io.posthorn.kit.background.LeaseStore;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One process of the service asks Meta about overdue templates; two would only ask twice. */
@ApplicationScoped
class SyncLoop {
    private final SubmissionConfig config;
    private final SyncService sync;
    private final HeldLease lease;
    private final BackgroundLoop loop;

    SyncLoop(
            SubmissionConfig config,
            SyncService sync,
            LeaseStore leases,
            WorkerTransaction worker,
            Vertx vertx,
            MeterRegistry meters) {
        this.config = config;
        this.sync = sync;
        this.lease = new HeldLease("template-sync", config.leaseTime(), leases, worker);
        this.loop = new BackgroundLoop("template-sync", vertx, meters, this::step);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) throws Exception {
        // Blocks the shutdown thread only: the step that runs may end and the lease is given back.
        loop.stop()
                .thenCompose(done -> lease.release().subscribeAsCompletionStage())
                .get(5, TimeUnit.SECONDS);
    }

    private Uni<Duration> step() {
        return lease.hold().chain(this::stepAs);
    }

    private Uni<Duration> stepAs(Optional<Lease> held) {
        return held.isEmpty()
                ? Uni.createFrom().item(config.askEvery())
                : sync.syncOverdue().replaceWith(config.askEvery());
    }
}
