package io.posthorn.auth.session;

import io.micrometer.core.instrument.MeterRegistry;
import io.posthorn.kit.background.BackgroundLoop;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;

/** Keeps the session tables as small as the sessions that live, and no answer longer than its grace asks for. */
@ApplicationScoped
class SessionCleaner {
    private final WorkerTransaction worker;
    private final SessionCleanStore store;
    private final SessionConfig config;
    private final Clock clock;
    private final BackgroundLoop loop;

    SessionCleaner(
            WorkerTransaction worker,
            SessionCleanStore store,
            SessionConfig config,
            Clock clock,
            Vertx vertx,
            MeterRegistry meters) {
        this.worker = worker;
        this.store = store;
        this.config = config;
        this.clock = clock;
        this.loop = new BackgroundLoop("session-cleaner", vertx, meters, this::clean);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    private Uni<Duration> clean() {
        var now = clock.instant();
        return worker.connection(connection -> store.forgetAnswersBefore(connection, now.minus(config.grace()))
                .chain(forgotten -> store.deleteTokensExpiredBefore(connection, now)
                        .chain(tokens -> store.deleteSessionsEndedBefore(connection, now)
                                .map(sessions -> rest(forgotten, tokens, sessions)))));
    }

    /** A full batch means that there is more. */
    private Duration rest(Integer... cleaned) {
        return Stream.of(cleaned).anyMatch(rows -> rows == SessionCleanStore.BATCH)
                ? Duration.ZERO
                : config.cleanEvery();
    }
}
