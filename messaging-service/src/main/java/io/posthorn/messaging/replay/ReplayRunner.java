package io.posthorn.messaging.replay;

import io.micrometer.core.instrument.MeterRegistry;
import io.posthorn.kit.background.BackgroundLoop;
import io.posthorn.kit.background.HeldLease;
import io.posthorn.kit.background.LeaseStore;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.posthorn.messaging.webhook.Journal;
import io.posthorn.messaging.webhook.JournalStore;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Queues what replays want, piece by piece, while the reader keeps up: what comes in now never waits long for what came once. */
@ApplicationScoped
class ReplayRunner {
    private static final int PIECE = 200;
    private static final int MOST_WAITING = 400;
    private static final Duration IDLE = Duration.ofSeconds(5);
    private static final Duration WAIT_FOR_READER = Duration.ofMillis(100);
    private static final Duration LEASE_TIME = Duration.ofSeconds(6);

    private final WorkerTransaction worker;
    private final ReplayStore replays;
    private final JournalStore entries;
    private final Journal journal;
    private final HeldLease lease;
    private final BackgroundLoop loop;

    ReplayRunner(
            WorkerTransaction worker,
            ReplayStore replays,
            JournalStore entries,
            Journal journal,
            LeaseStore leases,
            Vertx vertx,
            MeterRegistry meters) {
        this.worker = worker;
        this.replays = replays;
        this.entries = entries;
        this.journal = journal;
        this.lease = new HeldLease("webhook-replay", LEASE_TIME, leases, worker);
        this.loop = new BackgroundLoop("webhook-replay", vertx, meters, this::step);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) throws Exception {
        // Blocks the shutdown thread only, until the piece under way is queued.
        loop.stop()
                .thenCompose(done -> lease.release().subscribeAsCompletionStage())
                .get(10, TimeUnit.SECONDS);
    }

    void wake() {
        loop.wake();
    }

    private Uni<Duration> step() {
        return worker.connection(replays::running)
                .chain(replay -> replay == null
                        ? Uni.createFrom().item(IDLE)
                        : lease.hold()
                                .chain(held ->
                                        held.isEmpty() ? Uni.createFrom().item(LEASE_TIME.dividedBy(3)) : advance()));
    }

    /** Asked again under the lease: whoever held it before may have moved on. */
    private Uni<Duration> advance() {
        return worker.connection(connection -> entries.waiting(connection, MOST_WAITING)
                        .chain(waiting -> waiting >= MOST_WAITING
                                ? Uni.createFrom().item(WAIT_FOR_READER)
                                : replays.running(connection)
                                        .chain(replay -> replay == null
                                                ? Uni.createFrom().item(IDLE)
                                                : replays.advance(connection, replay, PIECE)
                                                        .replaceWith(Duration.ZERO))))
                .invoke(rest -> journal.announce());
    }
}
