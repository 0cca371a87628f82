package io.posthorn.messaging.message;

import io.posthorn.kit.outbox.Outbox;
import io.posthorn.kit.outbox.OutboxEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Takes reports about messages and tells what changed by them, in the transaction it is given. */
@ApplicationScoped
public class StatusService {
    private final StatusStore statuses;
    private final Outbox outbox;

    StatusService(StatusStore statuses, Outbox outbox) {
        this.statuses = statuses;
        this.outbox = outbox;
    }

    public Uni<Void> report(SqlConnection connection, UUID workspaceId, List<StatusReport> reports) {
        return statuses.climb(connection, workspaceId, reports)
                .map(changes -> changes.stream()
                        .map(change -> new OutboxEvent(workspaceId, change.version(), change.event()))
                        .toList())
                .chain(events -> outbox.append(connection, events));
    }
}
