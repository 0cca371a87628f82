package io.posthorn.messaging.status;

import io.posthorn.kit.outbox.Outbox;
import io.posthorn.kit.outbox.OutboxEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Takes reports about messages and tells what changed by them, in the transaction it is given. */
@ApplicationScoped
public class StatusService {
    private final StatusStore statuses;
    private final OwnReactions reactions;
    private final Outbox outbox;

    StatusService(StatusStore statuses, OwnReactions reactions, Outbox outbox) {
        this.statuses = statuses;
        this.reactions = reactions;
        this.outbox = outbox;
    }

    public Uni<Void> report(SqlConnection connection, UUID workspaceId, List<StatusReport> reports) {
        return statuses.climb(connection, workspaceId, reports)
                .call(changes -> reactions.sent(connection, workspaceId, changes))
                .chain(changes -> tell(connection, workspaceId, changes));
    }

    /** These wait for something outside: by message, for what. */
    public Uni<Void> held(SqlConnection connection, UUID workspaceId, Map<UUID, String> reasons) {
        return reasons.isEmpty()
                ? Uni.createFrom().voidItem()
                : statuses.move(connection, workspaceId, reasons, List.of("queued"), "held")
                        .chain(changes -> tell(connection, workspaceId, changes));
    }

    /** These are tried again later: by message, why. */
    public Uni<Void> delayed(SqlConnection connection, UUID workspaceId, Map<UUID, String> reasons) {
        return reasons.isEmpty()
                ? Uni.createFrom().voidItem()
                : statuses.move(connection, workspaceId, reasons, List.of("sending"), "sending")
                        .chain(changes -> tell(connection, workspaceId, changes));
    }

    /** The time of these has come. */
    public Uni<List<StatusChange>> queued(SqlConnection connection, UUID workspaceId, List<UUID> messageIds) {
        var noReasons = new HashMap<UUID, String>();
        messageIds.forEach(id -> noReasons.put(id, null));
        return statuses.move(connection, workspaceId, noReasons, List.of("scheduled"), "queued")
                .call(changes -> tell(connection, workspaceId, changes));
    }

    private Uni<Void> tell(SqlConnection connection, UUID workspaceId, List<StatusChange> changes) {
        return outbox.append(
                connection,
                changes.stream()
                        .map(change -> new OutboxEvent(workspaceId, change.version(), change.event()))
                        .toList());
    }
}
