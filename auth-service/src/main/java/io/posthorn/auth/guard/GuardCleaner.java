package io.posthorn.auth.guard;

import io.posthorn.kit.background.Background;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Keeps the counts as few as those that still count: a flood of made-up addresses is gone a day later. */
@Startup
@ApplicationScoped
class GuardCleaner {
    private static final Duration REST = Duration.ofMinutes(10);

    private final WorkerTransaction worker;
    private final GuardCleanStore store;
    private final GuardConfig config;
    private final Clock clock;

    GuardCleaner(
            WorkerTransaction worker, GuardCleanStore store, GuardConfig config, Clock clock, Background background) {
        this.worker = worker;
        this.store = store;
        this.config = config;
        this.clock = clock;
        background.loop("guard-cleaner", this::clean);
    }

    private Uni<Duration> clean() {
        var now = clock.instant();
        return worker.connection(connection -> store.clean(connection, now.minus(config.forgetAfter()), now))
                .map(deleted -> deleted == GuardCleanStore.BATCH ? Duration.ZERO : REST);
    }
}
