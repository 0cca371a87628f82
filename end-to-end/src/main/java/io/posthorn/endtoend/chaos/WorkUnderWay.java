package io.posthorn.endtoend.chaos;

import io.posthorn.endtoend.proof.Database;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/** Looks for something that a kill could hit. */
record WorkUnderWay(Database database) {
    private static final String CALLS = """
        select a.id, l.holder from messaging.send_task t
        join messaging.attempt a on a.workspace_id = t.workspace_id and a.id = t.attempt_id and a.outcome = 'calling'
        left join messaging.lease l on l.job = 'lane/' || t.channel_id\
        """;
    private static final String BUSY_BACKEND = """
        select pid from pg_stat_activity
        where usename like 'posthorn_messaging%' and state in ('active', 'idle in transaction') order by random() limit 1\
        """;
    private static final String UNPUBLISHED =
            "select count(*) from messaging.outbox where sequence > (select sequence from messaging.outbox_position)";
    /** Their offsets are committed every five seconds. */
    private static final String TAKEN_JUST_NOW =
            "select count(*) from admin.inbox where received_at > clock_timestamp() - interval '1 second'";

    private static final String BACKLOG = """
        select l.holder, t.channel_id, l.epoch from messaging.send_task t
        join messaging.lease l on l.job = 'lane/' || t.channel_id and l.expires_at > clock_timestamp()
        where t.state = 'claimed' group by 1, 2, 3 having count(*) >= ? order by count(*) desc limit 1\
        """;
    private static final String CALLED_SINCE =
            "select count(*) from messaging.attempt where channel_id = ? and epoch > ?";

    /** A call to Meta whose result nobody has, and who holds its lane. */
    record Call(UUID attempt, UUID holder) {}

    record Lane(UUID holder, UUID channel, long epoch) {}

    List<Call> calls() throws SQLException {
        return database.list(CALLS, row -> new Call(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
    }

    /** The process of some connection of messaging-service that is in a transaction. */
    OptionalLong busyBackend() throws SQLException {
        return database.list(BUSY_BACKEND, row -> row.getLong(1)).stream()
                .mapToLong(Long::longValue)
                .findAny();
    }

    boolean areEventsWaiting() throws SQLException {
        return database.count(UNPUBLISHED) > 0;
    }

    boolean hasAdminJustTakenEvents() throws SQLException {
        return database.count(TAKEN_JUST_NOW) > 0;
    }

    /** The lane whose owner has claimed the most and not called yet, when they are so many. */
    List<Lane> backlog(int atLeast) throws SQLException {
        return database.list(
                BACKLOG,
                row -> new Lane(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getLong(3)),
                atLeast);
    }

    /** Whether a later owner has called. */
    boolean isTakenOver(Lane lane) throws SQLException {
        return database.count(CALLED_SINCE, lane.channel(), lane.epoch()) > 0;
    }
}
