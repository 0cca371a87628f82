package io.posthorn.messaging.replay;

import io.posthorn.kit.background.Background;
import io.posthorn.kit.background.BackgroundLoop;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.posthorn.messaging.webhook.Journal;
import io.posthorn.messaging.webhook.JournalStore;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Queues what replays want, piece by piece, while the reader keeps up: what comes in now never waits long for what came once. */
@Startup
@ApplicationScoped
class ReplayRunner {
    private static final int PIECE = 200;
    private static final int MOST_WAITING = 400;
    private static final Duration IDLE = Duration.ofSeconds(5);
    private static final Duration WAIT_FOR_READER = Duration.ofMillis(100);
    private static final Duration LEASE_TIME = Duration.ofSeconds(6);

    private final WorkerTransaction worker;
    private final ReplayStore replays;
    private final JournalStore entries;
    private final Journal journal;
    private final BackgroundLoop loop;

    ReplayRunner(
            WorkerTransaction worker,
            ReplayStore replays,
            JournalStore entries,
            Journal journal,
            Background background) {
        this.worker = worker;
        this.replays = replays;
        this.entries = entries;
        this.journal = journal;
        this.loop = background.leased("webhook-replay", LEASE_TIME, this::step);
    }

    void wake() {
        loop.wake();
    }

    private Uni<Duration> step() {
        return worker.connection(connection -> entries.waiting(connection, MOST_WAITING)
                        .chain(waiting -> waiting >= MOST_WAITING
                                ? Uni.createFrom().item(WAIT_FOR_READER)
                                : replays.running(connection)
                                        .chain(replay -> replay == null
                                                ? Uni.createFrom().item(IDLE)
                                                : replays.advance(connection, replay, PIECE)
                                                        .replaceWith(Duration.ZERO))))
                .invoke(rest -> journal.announce());
    }
}
