package io.posthorn.media.inbound;

import io.posthorn.kit.background.Background;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** Fetches what is due, some files at a time; any number of replicas share the work. */
@Startup
@ApplicationScoped
class InboundFetcher {
    private static final int AT_A_TIME = 4;
    private static final Duration POLL_EVERY = Duration.ofSeconds(1);

    private final WorkerTransaction worker;
    private final InboundStore store;
    private final InboundService files;

    InboundFetcher(
            WorkerTransaction worker,
            InboundStore store,
            InboundService files,
            InboundWakeUp wakeUp,
            Background background) {
        this.worker = worker;
        this.store = store;
        this.files = files;
        var loop = background.loop("inbound-media", this::step, Uni.createFrom()::voidItem);
        wakeUp.onNews(loop::wake);
    }

    private Uni<Duration> step() {
        return worker.connection(connection -> store.take(connection, AT_A_TIME))
                .chain(taken -> taken.isEmpty()
                        ? Uni.createFrom().item(POLL_EVERY)
                        : fetch(taken).replaceWith(Duration.ZERO));
    }

    private Uni<Void> fetch(List<InboundFile> taken) {
        return Multi.createFrom()
                .iterable(taken)
                .onItem()
                .transformToUni(files::fetch)
                .merge(AT_A_TIME)
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
