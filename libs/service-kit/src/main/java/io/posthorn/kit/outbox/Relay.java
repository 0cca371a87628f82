package io.posthorn.kit.outbox;

import io.micrometer.core.instrument.Counter;
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
import org.jboss.logging.Logger;

/**
 * Publishes the outbox to Kafka. One process of the service holds the lease; whatever it published without remembering it
 * (a crash, a lost lease) is published again, which the consumers' inbox absorbs. What was published is remembered now and
 * then, by the statement that reads on.
 */
@ApplicationScoped
public class Relay {
    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final Duration REMEMBER_EVERY = Duration.ofMillis(100);
    private static final long NOTHING = 0;

    private final RelayConfig config;
    private final WorkerTransaction worker;
    private final RelayStore store;
    private final EventPublisher publisher;
    private final HeldLease lease;
    private final BackgroundLoop loop;
    private final Counter published;
    private final GapGuard gaps = new GapGuard();
    private final RelayRest rest;
    private long toRemember = NOTHING;
    private long rememberedAt;

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
        this.publisher = publisher;
        this.rest = new RelayRest(config.pollEvery());
        this.lease = new HeldLease("outbox-relay", config.leaseTime(), leases, worker);
        this.loop = new BackgroundLoop("outbox-relay", vertx, meters, this::step);
        this.published = meters.counter("posthorn.outbox.published");
        wakeUp.listen(this::look);
    }

    void start(@Observes StartupEvent event) {
        if (config.relayEnabled()) {
            loop.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws Exception {
        // Blocks the shutdown thread only: the step that runs may end and the lease is given back.
        loop.stop().thenCompose(done -> giveBack().subscribeAsCompletionStage()).get(5, TimeUnit.SECONDS);
    }

    /** What was appended is not committed yet. */
    private void look() {
        rest.hinted();
        loop.wakeWithin(RelayRest.TO_GATHER);
    }

    private Uni<Void> giveBack() {
        return toRemember == NOTHING
                ? lease.release()
                : lease.hold().chain(this::rememberLast).chain(lease::release);
    }

    private Uni<Void> rememberLast(Optional<Lease> held) {
        return held.map(ours -> rememberAndRead(ours, 0).replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Duration> step() {
        return lease.hold().chain(this::stepAs);
    }

    private Uni<Duration> stepAs(Optional<Lease> held) {
        if (held.isEmpty()) {
            toRemember = NOTHING;
            return Uni.createFrom().item(config.leaseTime().dividedBy(3));
        }
        return toRemember == NOTHING
                ? worker.statement(connection -> store.read(connection, config.batchSize()))
                        .chain(this::publish)
                : readOn(held.get()).chain(page -> page.map(this::publish).orElseGet(this::lostLease));
    }

    private Uni<Optional<OutboxPage>> readOn(Lease held) {
        return System.nanoTime() - rememberedAt > REMEMBER_EVERY.toNanos()
                ? rememberAndRead(held, config.batchSize())
                : worker.statement(connection -> store.readAhead(connection, held, toRemember, config.batchSize()));
    }

    private Uni<Optional<OutboxPage>> rememberAndRead(Lease held, int limit) {
        return worker.statement(connection -> store.rememberAndRead(connection, held, toRemember, limit))
                .invoke(() -> {
                    toRemember = NOTHING;
                    rememberedAt = System.nanoTime();
                });
    }

    private Uni<Duration> lostLease() {
        LOG.warn("Lost the relay's lease while publishing; its new holder publishes again");
        toRemember = NOTHING;
        lease.doubt();
        return Uni.createFrom().item(Duration.ZERO);
    }

    private Uni<Duration> publish(OutboxPage page) {
        var rows = gaps.publishable(page);
        var after = rest.after(rows.size(), rows.size() == config.batchSize(), gaps.waiting());
        return (rows.isEmpty() ? Uni.createFrom().voidItem() : publish(rows))
                .chain(this::markGap)
                .replaceWith(after);
    }

    private Uni<Void> publish(List<OutboxRow> rows) {
        return publisher.publish(rows).invoke(() -> {
            toRemember = rows.getLast().sequence();
            published.increment(rows.size());
        });
    }

    /** In a transaction after the one that saw the gap. */
    private Uni<Void> markGap() {
        return gaps.needsMark()
                ? worker.statement(store::newestTransaction).invoke(gaps::mark).replaceWithVoid()
                : Uni.createFrom().voidItem();
    }
}
