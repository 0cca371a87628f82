package io.posthorn.auth.grant;

import io.posthorn.kit.background.Background;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Keeps the tables as small as the grants that live. Codes and tokens go with their grant. */
@Startup
@ApplicationScoped
class GrantCleaner {
    private final WorkerTransaction worker;
    private final GrantCleanStore store;
    private final GrantConfig config;
    private final Clock clock;

    GrantCleaner(
            WorkerTransaction worker, GrantCleanStore store, GrantConfig config, Clock clock, Background background) {
        this.worker = worker;
        this.store = store;
        this.config = config;
        this.clock = clock;
        background.loop("grant-cleaner", this::clean);
    }

    /** A full batch means that there is more. */
    private Uni<Duration> clean() {
        return worker.connection(connection -> store.deleteEndedBefore(connection, clock.instant()))
                .map(deleted -> deleted == GrantCleanStore.BATCH ? Duration.ZERO : config.cleanEvery());
    }
}
