package io.posthorn.endtoend.proof;

import io.posthorn.devstack.client.SimulatedWorld;
import io.posthorn.endtoend.proof.EventOrder.Event;
import io.posthorn.endtoend.proof.Evidence.Stored;
import io.posthorn.endtoend.proof.LaneOwners.Mark;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads the evidence. */
public record Records(Database database) {
    private static final String OUTBOUND = """
        select id, status, status_reason, wamid, content ->> 'body' as body from messaging.message
        where workspace_id = ? and direction = 'outbound'\
        """;
    private static final String INBOUND =
            "select content ->> 'body' from messaging.message where workspace_id = ? and direction = 'inbound'";
    private static final String COUNTERS = "select name, value from admin.dashboard_counter where workspace_id = ?";
    private static final String OUTBOX =
            "select topic, key::text, event_id::text from messaging.outbox order by sequence";
    private static final String MARKS = "select channel_id::text, epoch from messaging.attempt order by called_at, id";
    /** Meta tries webhooks again for days; all of them have come when every message of a customer has. */
    private static final List<String> OPEN = List.of(
            "select count(*) from messaging.send_task",
            "select count(*) from messaging.journal_task",
            """
            select count(*) from messaging.message where direction = 'outbound'
            and status not in ('read', 'failed', 'unknown', 'expired', 'canceled')\
            """,
            "select count(*) from messaging.outbox where sequence > (select sequence from messaging.outbox_position)",
            """
            select count(*) from messaging.outbox o where not exists (select from admin.inbox i
            where (i.workspace_id, i.consumer, i.event_id) = (o.workspace_id, 'projection', o.event_id))\
            """);

    private static final String RECEIVED = "select count(*) from messaging.message where direction = 'inbound'";

    public Evidence of(UUID workspaceId, History history, SimulatedWorld world) throws SQLException {
        return new Evidence(
                history,
                database.list(
                        OUTBOUND,
                        row -> new Stored(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5)),
                        workspaceId),
                database.list(INBOUND, row -> row.getString(1), workspaceId),
                world.captures(),
                database.list(COUNTERS, row -> Map.entry(row.getString(1), row.getLong(2)), workspaceId).stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** What messaging-service has written into its outbox. */
    public List<Event> written() throws SQLException {
        return database.list(OUTBOX, row -> new Event(row.getString(1), row.getString(2), row.getString(3)));
    }

    /** The calling marks, in the order in which they were made. */
    public List<Mark> marks() throws SQLException {
        return database.list(MARKS, row -> new Mark(row.getString(1), row.getLong(2)));
    }

    /** True when so many messages of customers are there and nothing is left to do for anybody. */
    public boolean isSettled(long writtenByCustomers) throws SQLException {
        if (database.count(RECEIVED) < writtenByCustomers) {
            return false;
        }
        for (var open : OPEN) {
            if (database.count(open) > 0) {
                return false;
            }
        }
        return true;
    }
}
