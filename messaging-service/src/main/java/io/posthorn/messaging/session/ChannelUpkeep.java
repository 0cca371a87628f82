package io.posthorn.messaging.session;

import io.posthorn.kit.background.Background;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.posthorn.messaging.channel.Channel;
import io.posthorn.messaging.channel.ChannelChanges;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Every hour, in one process: ends what nobody ended, and turns off what nobody uses. */
@Startup
@ApplicationScoped
class ChannelUpkeep {
    private static final Logger LOG = Logger.getLogger(ChannelUpkeep.class);
    private static final int BATCH = 100;

    private final WorkerTransaction worker;
    private final SessionStore store;
    private final ChannelChanges changes;
    private final SessionConfig config;

    ChannelUpkeep(
            WorkerTransaction worker,
            SessionStore store,
            ChannelChanges changes,
            SessionConfig config,
            Background background) {
        this.worker = worker;
        this.store = store;
        this.changes = changes;
        this.config = config;
        background.leased("channel upkeep", config.upkeepEvery(), () -> sweep().replaceWith(config.upkeepEvery()));
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
