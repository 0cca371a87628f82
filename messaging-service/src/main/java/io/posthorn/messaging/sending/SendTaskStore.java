package io.posthorn.messaging.sending;

import io.posthorn.messaging.message.Message;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The lanes' queues. Everything here runs in the workspace of the lane's channel. */
@ApplicationScoped
class SendTaskStore {
    private static final String INSERT = """
            insert into send_task (workspace_id, message_id, channel_id, recipient) values ($1, $2, $3, $4)""";
    /** A recipient's next message waits until the one before is settled; a message for later blocks nobody. */
    private static final String CLAIM = """
            update send_task t set state = 'claimed', epoch = $2
            from (
                select q.workspace_id, q.message_id from send_task q
                where q.channel_id = $1 and q.state = 'queued' and q.due_at <= now()
                  and not exists (
                      select from send_task before
                      where before.channel_id = q.channel_id and before.recipient = q.recipient
                        and before.priority = q.priority and before.sequence < q.sequence
                        and (before.state <> 'queued' or before.attempts > 0 or before.due_at <= now()))
                order by q.priority, q.sequence limit $3
                for update skip locked) next
            where t.workspace_id = next.workspace_id and t.message_id = next.message_id
            returning t.message_id, t.recipient, t.attempts, t.priority, t.sequence""";
    /** The compare-and-set on the epoch: what a new owner has reclaimed is not marked. */
    private static final String CALLING = """
            with marked as (
                update send_task t set state = 'calling', attempt_id = u.attempt_id, attempts = t.attempts + 1,
                    called_at = clock_timestamp()
                from unnest($4::uuid[], $5::uuid[]) as u (message_id, attempt_id)
                where t.workspace_id = $1 and t.message_id = u.message_id and t.channel_id = $2
                  and t.state = 'claimed' and t.epoch = $3
                returning t.message_id, t.attempt_id, t.attempts)
            insert into attempt (workspace_id, id, message_id, number, epoch)
            select $1, attempt_id, message_id, attempts, $3 from marked
            returning id, message_id, number""";

    private static final String RECLAIM = """
            update send_task set state = 'queued'
            where channel_id = $1 and state = 'claimed' and epoch < $2""";
    private static final String GIVE_BACK = """
            update send_task set state = 'queued'
            where channel_id = $1 and state = 'claimed' and epoch = $2""";
    private static final String RETRY = """
            update send_task set state = 'queued', due_at = now() + $3 * interval '1 millisecond'
            where workspace_id = $1 and attempt_id = $2 and state = 'calling'""";
    private static final String OVERDUE = """
            select message_id, attempt_id from send_task
            where channel_id = $1 and state = 'calling' and called_at < now() - $2 * interval '1 millisecond'
            order by message_id limit 500 for update skip locked""";

    Uni<Void> insert(SqlConnection connection, Message message, String recipient) {
        return connection
                .preparedQuery(INSERT)
                .execute(Tuple.of(message.workspaceId(), message.id(), message.channelId(), recipient))
                .replaceWithVoid();
    }

    /** In the order in which they were asked for. */
    Uni<List<SendTask>> claim(SqlConnection connection, UUID channelId, long epoch, int limit) {
        return connection
                .preparedQuery(CLAIM)
                .execute(Tuple.of(channelId, epoch, limit))
                .map(rows -> {
                    var claimed = new ArrayList<Row>();
                    rows.forEach(claimed::add);
                    claimed.sort((one, other) -> Long.compare(one.getLong("sequence"), other.getLong("sequence")));
                    return claimed.stream().map(SendTaskStore::task).toList();
                });
    }

    /** The attempts that are really ours to make. */
    Uni<List<MarkedAttempt>> calling(
            SqlConnection connection, UUID workspaceId, UUID channelId, long epoch, List<MarkedAttempt> wanted) {
        return connection
                .preparedQuery(CALLING)
                .execute(Tuple.of(
                        workspaceId,
                        channelId,
                        epoch,
                        wanted.stream().map(MarkedAttempt::messageId).toArray(UUID[]::new),
                        wanted.stream().map(MarkedAttempt::id).toArray(UUID[]::new)))
                .map(SendTaskStore::attempts);
    }

    /** A new owner takes over what the one before had only claimed. */
    Uni<Integer> reclaim(SqlConnection connection, UUID channelId, long epoch) {
        return connection
                .preparedQuery(RECLAIM)
                .execute(Tuple.of(channelId, epoch))
                .map(RowSet::rowCount);
    }

    /** An owner that stops hands on what it had claimed. */
    Uni<Void> giveBack(SqlConnection connection, UUID channelId, long epoch) {
        return connection
                .preparedQuery(GIVE_BACK)
                .execute(Tuple.of(channelId, epoch))
                .replaceWithVoid();
    }

    /** Certainly not accepted by Meta, and worth another try. */
    Uni<Void> retry(SqlConnection connection, UUID workspaceId, UUID attemptId, Duration wait) {
        return connection
                .preparedQuery(RETRY)
                .execute(Tuple.of(workspaceId, attemptId, wait.toMillis()))
                .replaceWithVoid();
    }

    /** Calls that have had neither a result nor a status for so long that nobody can know any more. */
    Uni<List<MarkedAttempt>> overdue(SqlConnection connection, UUID channelId, Duration after) {
        return connection
                .preparedQuery(OVERDUE)
                .execute(Tuple.of(channelId, after.toMillis()))
                .map(rows -> {
                    var found = new ArrayList<MarkedAttempt>();
                    rows.forEach(row ->
                            found.add(new MarkedAttempt(row.getUUID("attempt_id"), row.getUUID("message_id"), 0)));
                    return found;
                });
    }

    private static SendTask task(Row row) {
        return new SendTask(row.getUUID("message_id"), row.getString("recipient"), row.getInteger("attempts"));
    }

    private static List<MarkedAttempt> attempts(RowSet<Row> rows) {
        var marked = new ArrayList<MarkedAttempt>();
        rows.forEach(row ->
                marked.add(new MarkedAttempt(row.getUUID("id"), row.getUUID("message_id"), row.getInteger("number"))));
        return marked;
    }
}
