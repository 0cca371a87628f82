package io.posthorn.kit.outbox;

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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Publishes the outbox to Kafka. One process of the service holds the lease; whatever it published without remembering it
 * (a crash, a lost lease) is published again, which the consumers' inbox absorbs.
 */
@ApplicationScoped
public class Relay {
    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final Duration AT_A_GAP = Duration.ofMillis(20);

    private final RelayConfig config;
    private final WorkerTransaction worker;
    private final RelayStore store;
    private final LeaseStore leases;
    private final EventPublisher publisher;
    private final HeldLease lease;
    private final BackgroundLoop loop;
    private final GapGuard gaps = new GapGuard();
    private final AtomicLong unpublished = new AtomicLong();

    Relay(
            RelayConfig config,
            WorkerTransaction worker,
            RelayStore store,
            LeaseStore leases,
            EventPublisher publisher,
            RelayWakeUp wakeUp,
            Vertx vertx,
            MeterRegistry meters) {
        this.config = config;
        this.worker = worker;
        this.store = store;
        this.leases = leases;
        this.publisher = publisher;
        this.lease = new HeldLease("outbox-relay", config.leaseTime(), leases, worker);
        this.loop = new BackgroundLoop("outbox-relay", vertx, meters, this::step);
        wakeUp.listen(loop::wake);
        meters.gauge("posthorn.outbox.unpublished", unpublished);
    }

    void start(@Observes StartupEvent event) {
        if (config.relayEnabled()) {
            loop.start();
        }
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
        if (held.isEmpty()) {
            return Uni.createFrom().item(config.leaseTime().dividedBy(3));
        }
        return worker.connection(connection -> store.read(connection, config.batchSize()))
                .chain(page -> publish(page, held.get()));
    }

    private Uni<Duration> publish(OutboxPage page, Lease held) {
        var rows = gaps.publishable(page);
        unpublished.set(page.rows().size());
        if (rows.isEmpty()) {
            return markGap().replaceWith(gaps.waiting() ? AT_A_GAP : config.pollEvery());
        }
        return publisher
                .publish(rows)
                .chain(() -> remember(rows, held))
                .chain(this::markGap)
                .replaceWith(gaps.waiting() ? AT_A_GAP : Duration.ZERO);
    }

    /** In a transaction after the one that saw the gap. */
    private Uni<Void> markGap() {
        return gaps.needsMark()
                ? worker.connection(store::newestTransaction).invoke(gaps::mark).replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> remember(List<OutboxRow> rows, Lease held) {
        var last = rows.getLast().sequence();
        return worker.connection(connection -> leases.check(connection, held).chain(ours -> {
            if (ours) {
                return store.advance(connection, last);
            }
            LOG.warn("Lost the relay's lease while publishing; its new holder publishes again");
            lease.doubt();
            return Uni.createFrom().voidItem();
        }));
    }
}
