package io.posthorn.media.inbound;

import io.micrometer.core.instrument.MeterRegistry;
import io.posthorn.kit.background.BackgroundLoop;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Fetches what is due, some files at a time; any number of replicas share the work. */
@ApplicationScoped
class InboundFetcher {
    private static final int AT_A_TIME = 4;
    private static final Duration POLL_EVERY = Duration.ofSeconds(1);

    private final WorkerTransaction worker;
    private final InboundStore store;
    private final InboundService files;
    private final BackgroundLoop loop;

    InboundFetcher(
            WorkerTransaction worker,
            InboundStore store,
            InboundService files,
            InboundWakeUp wakeUp,
            Vertx vertx,
            MeterRegistry meters) {
        this.worker = worker;
        this.store = store;
        this.files = files;
        this.loop = new BackgroundLoop("inbound-media", vertx, meters, this::step);
        wakeUp.onNews(loop::wake);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) throws Exception {
        // Blocks the shutdown thread only, until the files under way are stored; those that take longer are fetched
        // again.
        loop.stop().completeOnTimeout(null, 10, TimeUnit.SECONDS).get();
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
