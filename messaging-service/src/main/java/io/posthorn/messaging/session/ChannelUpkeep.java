package io.posthorn.messaging.session;

import io.micrometer.core.instrument.MeterRegistry;
import io.posthorn.kit.background.BackgroundLoop;
import io.posthorn.kit.background.HeldLease;
import io.posthorn.kit.background.LeaseStore;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.posthorn.messaging.channel.Channel;
import io.posthorn.messaging.channel.ChannelChanges;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Every hour, in one process: ends what nobody ended, and turns off what nobody uses. */
@ApplicationScoped
class ChannelUpkeep {
    private static final Logger LOG = Logger.getLogger(ChannelUpkeep.class);
    private static final Duration LEASE_TIME = Duration.ofMinutes(5);
    private static final int BATCH = 100;

    private final WorkerTransaction worker;
    private final SessionStore store;
    private final ChannelChanges changes;
    private final SessionConfig config;
    private final HeldLease lease;
    private final BackgroundLoop loop;

    ChannelUpkeep(
            WorkerTransaction worker,
            SessionStore store,
            ChannelChanges changes,
            SessionConfig config,
            LeaseStore leases,
            Vertx vertx,
            MeterRegistry meters) {
        this.worker = worker;
        this.store = store;
        this.changes = changes;
        this.config = config;
        this.lease = new HeldLease("channel upkeep", LEASE_TIME, leases, worker);
        this.loop = new BackgroundLoop("channel upkeep", vertx, meters, this::step);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) throws Exception {
        // Blocks the shutdown thread only, until the sweep under way is committed.
        loop.stop()
                .thenCompose(done -> lease.release().subscribeAsCompletionStage())
                .get(10, TimeUnit.SECONDS);
    }

    private Uni<Duration> step() {
        return lease.hold()
                .chain(held -> held.isPresent() ? sweep() : Uni.createFrom().voidItem())
                .replaceWith(config.upkeepEvery());
    }

    Uni<Void> sweep() {
        return worker.connection(store::endStale)
                .invoke(ended -> LOG.debugf("%d attempts to connect were ended", ended))
                .chain(() -> expire());
    }

    private Uni<Void> expire() {
        return worker.connection(connection -> store.unused(connection, config.expireAfter(), BATCH))
                .chain(unused -> Multi.createFrom()
                        .iterable(unused)
                        .onItem()
                        .transformToUniAndConcatenate(this::expire)
                        .collect()
                        .asList()
                        .chain(done -> done.size() == BATCH
                                ? expire()
                                : Uni.createFrom().voidItem()));
    }

    private Uni<Boolean> expire(Channel channel) {
        return worker.connection(channel.workspaceId(), connection -> changes.unused(connection, channel));
    }
}
