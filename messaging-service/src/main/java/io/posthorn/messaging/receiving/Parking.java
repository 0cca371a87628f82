package io.posthorn.messaging.receiving;

import io.posthorn.kit.tenant.WorkerTransaction;
import io.posthorn.messaging.message.RevisionService;
import io.posthorn.messaging.revision.RevisionStore;
import io.posthorn.messaging.status.ParkedStatusStore;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Looks now and then whether what came before its message has found it. What comes in does not wait for that. */
@ApplicationScoped
class Parking {
    private static final Logger LOG = Logger.getLogger(Parking.class);
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final WorkerTransaction worker;
    private final ParkedStatusStore parkedStatuses;
    private final InboundStatuses statuses;
    private final RevisionStore parkedRevisions;
    private final RevisionService revisions;
    private long lookedAt = System.nanoTime() - EVERY.toNanos();

    Parking(
            WorkerTransaction worker,
            ParkedStatusStore parkedStatuses,
            InboundStatuses statuses,
            RevisionStore parkedRevisions,
            RevisionService revisions) {
        this.worker = worker;
        this.parkedStatuses = parkedStatuses;
        this.statuses = statuses;
        this.parkedRevisions = parkedRevisions;
        this.revisions = revisions;
    }

    Uni<Void> look() {
        if (System.nanoTime() - lookedAt < EVERY.toNanos()) {
            return Uni.createFrom().voidItem();
        }
        lookedAt = System.nanoTime();
        return worker.connection(parkedStatuses::workspaces)
                .chain(some -> each(
                        some,
                        workspace ->
                                worker.connection(workspace, connection -> statuses.unpark(connection, workspace))))
                .chain(() -> worker.connection(parkedRevisions::workspaces))
                .chain(some -> each(
                        some,
                        workspace ->
                                worker.connection(workspace, connection -> revisions.match(connection, workspace))))
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.errorf(failure, "What was parked could not be looked through; it is tried again");
                    return Uni.createFrom().voidItem();
                });
    }

    private static Uni<Void> each(List<UUID> workspaces, Function<UUID, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(workspaces)
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
