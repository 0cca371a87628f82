package io.posthorn.messaging.sending;

import io.posthorn.messaging.channel.Channel;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The lanes' queues. Everything here runs in the workspace of the lane's channel. */
@ApplicationScoped
class SendTaskStore {
    /**
     * A recipient's next message waits until the one before is settled; a message for later blocks nobody, and one that waits
     * for something outside blocks for a minute.
     */
    private static final String CLAIM = """
            update send_task t set state = 'claimed', epoch = $2
            from (
                select q.workspace_id, q.message_id from send_task q
                where q.channel_id = $1 and q.state = 'queued' and q.due_at <= now()
                  and not exists (
                      select from send_task before
                      where before.channel_id = q.channel_id and before.recipient = q.recipient
                        and before.priority = q.priority and before.sequence < q.sequence
                        and before.state <> 'scheduled'
                        and (before.state <> 'queued' or before.attempts > 0 or before.due_at <= now()
                             or before.held_at > now() - interval '1 minute'))
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
    private static final String HOLD = """
            update send_task t set state = 'queued', due_at = u.due_at, held_at = coalesce(t.held_at, now())
            from unnest($4::uuid[], $5::timestamptz[]) as u (message_id, due_at)
            where t.workspace_id = $1 and t.message_id = u.message_id and t.channel_id = $2
              and t.state = 'claimed' and t.epoch = $3""";
    private static final String DROP = """
            delete from send_task
            where workspace_id = $1 and channel_id = $2 and state = 'claimed' and epoch = $3 and message_id = any ($4)
            returning message_id""";
    private static final String OVERDUE = """
            select message_id, attempt_id from send_task
            where channel_id = $1 and state = 'calling' and called_at < now() - $2 * interval '1 millisecond'
            order by message_id limit 500 for update skip locked""";

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

    /** Claimed, but something outside is missing: back into the queue until its time. */
    Uni<Void> hold(SqlConnection connection, Channel channel, long epoch, Map<UUID, Instant> until) {
        return connection
                .preparedQuery(HOLD)
                .execute(Tuple.of(
                        channel.workspaceId(),
                        channel.id(),
                        epoch,
                        until.keySet().toArray(UUID[]::new),
                        until.values().stream()
                                .map(time -> time.atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new)))
                .replaceWithVoid();
    }

    /** Claimed, but may not leave any more. Answers those that were still ours to end. */
    Uni<List<UUID>> drop(SqlConnection connection, Channel channel, long epoch, List<UUID> messageIds) {
        return connection
                .preparedQuery(DROP)
                .execute(Tuple.of(channel.workspaceId(), channel.id(), epoch, messageIds.toArray(UUID[]::new)))
                .map(rows -> {
                    var dropped = new ArrayList<UUID>();
                    rows.forEach(row -> dropped.add(row.getUUID("message_id")));
                    return dropped;
                });
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
