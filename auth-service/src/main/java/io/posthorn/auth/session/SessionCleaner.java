package io.posthorn.auth.session;

import io.posthorn.kit.background.Background;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;

/** Keeps the session tables as small as the sessions that live, and no answer longer than its grace asks for. */
@Startup
@ApplicationScoped
class SessionCleaner {
    private final WorkerTransaction worker;
    private final SessionCleanStore store;
    private final SessionConfig config;
    private final Clock clock;

    SessionCleaner(
            WorkerTransaction worker,
            SessionCleanStore store,
            SessionConfig config,
            Clock clock,
            Background background) {
        this.worker = worker;
        this.store = store;
        this.config = config;
        this.clock = clock;
        background.loop("session-cleaner", this::clean);
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
