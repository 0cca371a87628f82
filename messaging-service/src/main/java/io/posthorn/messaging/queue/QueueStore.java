package io.posthorn.messaging.queue;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/** How messages come into the queues of the lanes, and how they are taken out again before a lane has called Meta. */
@ApplicationScoped
public class QueueStore {
    private static final String INSERT = """
            insert into send_task (workspace_id, message_id, channel_id, recipient, state, due_at, expires_at, trace_parent)
            select $1, u.message_id, u.channel_id, u.recipient,
                   case when u.send_at is null then 'queued' else 'scheduled' end, coalesce(u.send_at, now()), u.expires_at, $7
            from unnest($2::uuid[], $3::uuid[], $4::text[], $5::timestamptz[], $6::timestamptz[]) with ordinality
                as u (message_id, channel_id, recipient, send_at, expires_at, position)
            order by u.position""";
    /** Waits for a lane that is marking the task at this moment, and then finds it calling. */
    private static final String WITHDRAW = """
            delete from send_task where workspace_id = $1 and message_id = $2 and state <> 'calling'""";

    private static final String WORKSPACES_DUE = """
            select distinct workspace_id from send_task where state = 'scheduled' and due_at <= now() limit $1""";
    private static final String RELEASE = """
            update send_task set state = 'queued'
            where ctid = any (array(
                select ctid from send_task where workspace_id = $1 and state = 'scheduled' and due_at <= now()
                order by due_at limit $2 for update skip locked))
            returning message_id""";

    private static final String WORKSPACES_EXPIRING = """
            select distinct workspace_id from send_task where expires_at <= now() and state <> 'calling' limit $1""";
    /** What a lane has claimed it ends itself. */
    private static final String EXPIRE = """
            delete from send_task
            where ctid = any (array(
                select ctid from send_task
                where workspace_id = $1 and expires_at <= now() and state in ('scheduled', 'queued', 'waiting')
                order by expires_at limit $2 for update skip locked))
            returning message_id""";

    private static final String DEPTH = """
            select count(*) filter (where state in ('queued', 'claimed')) as waiting,
                count(*) filter (where state = 'calling') as calling,
                coalesce(extract(epoch from now() - min(due_at) filter (where state in ('queued', 'claimed'))), 0)::float8 as age
            from send_task where state in ('queued', 'claimed', 'calling')""";

    /** As worker: what waits on the whole installation. */
    public Uni<QueueDepth> depth(SqlConnection connection) {
        return connection
                .query(DEPTH)
                .execute()
                .map(rows -> rows.iterator().next())
                .map(row -> new QueueDepth(
                        row.getLong("waiting"), row.getLong("calling"), Math.max(0, row.getDouble("age"))));
    }

    /** Puts messages into their queues, in the order of the list; the calls to Meta will be part of the trace. */
    public Uni<Void> insertAll(SqlConnection connection, UUID workspaceId, List<NewTask> tasks, String traceParent) {
        return connection
                .preparedQuery(INSERT)
                .execute(Tuple.of(
                                workspaceId,
                                column(tasks, NewTask::messageId, UUID[]::new),
                                column(tasks, NewTask::channelId, UUID[]::new),
                                column(tasks, NewTask::recipient, String[]::new),
                                column(tasks, task -> utc(task.sendAt()), OffsetDateTime[]::new),
                                column(tasks, task -> utc(task.expiresAt()), OffsetDateTime[]::new))
                        .addString(traceParent))
                .replaceWithVoid();
    }

    /** False when there is nothing that could be withdrawn: the message is on its way, or has its fate. */
    public Uni<Boolean> withdraw(SqlConnection connection, UUID workspaceId, UUID messageId) {
        return connection
                .preparedQuery(WITHDRAW)
                .execute(Tuple.of(workspaceId, messageId))
                .map(rows -> rows.rowCount() == 1);
    }

    /** As worker: where something is due. */
    public Uni<List<UUID>> workspacesDue(SqlConnection connection, int limit) {
        return connection.preparedQuery(WORKSPACES_DUE).execute(Tuple.of(limit)).map(rows -> ids(rows, "workspace_id"));
    }

    /** As worker: where something was not sent in time. */
    public Uni<List<UUID>> workspacesExpiring(SqlConnection connection, int limit) {
        return connection
                .preparedQuery(WORKSPACES_EXPIRING)
                .execute(Tuple.of(limit))
                .map(rows -> ids(rows, "workspace_id"));
    }

    /** What is not worth sending any more. */
    public Uni<List<UUID>> expire(SqlConnection connection, UUID workspaceId, int limit) {
        return connection
                .preparedQuery(EXPIRE)
                .execute(Tuple.of(workspaceId, limit))
                .map(rows -> ids(rows, "message_id"));
    }

    /** Whose time has come; what somebody else is working on at this moment is left to them. */
    public Uni<List<UUID>> release(SqlConnection connection, UUID workspaceId, int limit) {
        return connection
                .preparedQuery(RELEASE)
                .execute(Tuple.of(workspaceId, limit))
                .map(rows -> ids(rows, "message_id"));
    }

    private static OffsetDateTime utc(Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    private static List<UUID> ids(RowSet<Row> rows, String column) {
        var ids = new ArrayList<UUID>();
        rows.forEach(row -> ids.add(row.getUUID(column)));
        return ids;
    }

    private static <C> C[] column(List<NewTask> tasks, Function<NewTask, C> value, IntFunction<C[]> array) {
        return tasks.stream().map(value).toArray(array);
    }
}
