package io.posthorn.messaging.queue;

import io.posthorn.messaging.channel.Channel;
import io.posthorn.messaging.pacing.Turn;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** The lanes' queues. Everything here runs in the workspace of the lane's channel. */
@ApplicationScoped
public class SendTaskStore {
    /**
     * A queue is empty one moment and holds a hundred thousand the next, so the planner's picture of it is always an old one; with
     * it, a claim read the whole queue for every task. For the rest of the transaction indexes are what is read, in their order.
     */
    private static final String BY_INDEX = """
            select set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true),
                set_config('enable_sort', 'off', true)""";
    /** Waiting ones whose time has come. */
    private static final String WAKE = """
            update send_task set state = 'queued'
            where ctid = any (array(
                select ctid from send_task where channel_id = $1 and state = 'waiting' and due_at <= now()
                order by due_at limit $2 for update skip locked))""";
    /**
     * A recipient's next message waits until the one before is settled; a message for later blocks nobody, and one that may not
     * leave blocks for a while. The limit makes PostgreSQL ask row by row, and stop when it has enough. By ctid, because a join would be
     * planned for an empty queue, and compare all rows with all.
     */
    private static final String CLAIM = """
            update send_task set state = 'claimed', epoch = $2
            where ctid = any (array(
                select q.ctid from send_task q
                left join lateral (
                    select true as found from send_task other
                    where other.channel_id = q.channel_id and other.recipient = q.recipient
                      and other.message_id <> q.message_id
                      and (other.state in ('claimed', 'calling')
                           or other.priority = q.priority and other.sequence < q.sequence
                              and (other.state = 'queued' or other.state = 'waiting' and other.blocks_until > now()))
                    order by other.channel_id, other.recipient, other.priority, other.sequence
                    limit 1) blocked on true
                where q.channel_id = $1 and q.state = 'queued' and blocked.found is null
                order by q.priority, q.sequence limit $3
                for update of q skip locked))
            returning message_id, recipient, priority, sequence, attempts, refusals, trace_parent,
                (extract(epoch from now() - held_at) * 1000)::bigint as held_for,
                (extract(epoch from expires_at - now()) * 1000)::bigint as expires_in""";
    /** Those that were let by: they wait for longer than their successors have to. */
    private static final String SKIPPED = """
            update send_task head set skipped_at = now()
            from send_task next
            where next.workspace_id = $1 and next.message_id = any ($3) and next.channel_id is not distinct from $2
              and head.channel_id = $2 and head.recipient = next.recipient and head.priority = next.priority
              and head.sequence < next.sequence and head.state = 'waiting' and head.skipped_at is null
            returning head.message_id""";
    /**
     * The compare-and-set on the epoch: what a new owner has reclaimed is not marked. Found by the key: "is not distinct" keeps PostgreSQL
     * from reading the lane's index, which is full of what has left.
     */
    private static final String CALLING = """
            with marked as (
                update send_task t set state = 'calling', attempt_id = u.attempt_id, attempts = t.attempts + 1,
                    called_at = clock_timestamp()
                from unnest($4::uuid[], $5::uuid[]) as u (message_id, attempt_id)
                where t.workspace_id = $1 and t.message_id = any ($4) and t.message_id = u.message_id
                  and (t.channel_id, t.state, t.epoch) is not distinct from ($2, 'claimed', $3)
                returning t.message_id, t.attempt_id, t.attempts, t.recipient)
            insert into attempt (workspace_id, id, message_id, number, epoch, channel_id, recipient)
            select $1, attempt_id, message_id, attempts, $3, $2, recipient from marked
            returning id, message_id, number""";

    private static final String RECLAIM = """
            update send_task set state = 'queued'
            where channel_id = $1 and state = 'claimed' and epoch < $2""";
    private static final String GIVE_BACK = """
            update send_task set state = 'queued'
            where channel_id = $1 and state = 'claimed' and epoch = $2 and message_id <> all ($3)""";
    private static final String RETRY = """
            update send_task t set state = 'waiting', due_at = now() + u.delay * interval '1 millisecond',
                blocks_until = now() + u.blocks * interval '1 millisecond', held_at = coalesce(t.held_at, now()),
                refusals = t.refusals + u.counted::int
            from unnest($2::uuid[], $3::bigint[], $4::bigint[], $5::boolean[], $6::uuid[])
                as u (message_id, delay, blocks, counted, attempt_id)
            where t.workspace_id = $1 and t.message_id = any ($2) and t.message_id = u.message_id and t.attempt_id = u.attempt_id
              and t.state = 'calling'""";
    private static final String POSTPONE = """
            update send_task t set state = case when u.delay > 0 then 'waiting' else 'queued' end,
                due_at = now() + u.delay * interval '1 millisecond',
                blocks_until = now() + u.blocks * interval '1 millisecond',
                held_at = case when u.delay > 0 then coalesce(t.held_at, now()) else t.held_at end
            from unnest($4::uuid[], $5::bigint[], $6::bigint[]) as u (message_id, delay, blocks)
            where t.workspace_id = $1 and t.message_id = any ($4) and t.message_id = u.message_id
              and (t.channel_id, t.state, t.epoch) is not distinct from ($2, 'claimed', $3)""";
    private static final String DROP = """
            delete from send_task
            where workspace_id = $1 and message_id = any ($4)
              and (channel_id, state, epoch) is not distinct from ($2, 'claimed', $3)
            returning message_id""";
    private static final String OVERDUE = """
            select message_id, attempt_id, attempts from send_task
            where channel_id = $1 and state = 'calling' and called_at < now() - $2 * interval '1 millisecond'
            order by priority, sequence limit 500 for update skip locked""";

    private static Uni<Void> byIndex(SqlConnection connection) {
        return connection.preparedQuery(BY_INDEX).execute().replaceWithVoid();
    }

    public Uni<Integer> wake(SqlConnection connection, UUID channelId, int limit) {
        return byIndex(connection)
                .chain(() -> connection.preparedQuery(WAKE).execute(Tuple.of(channelId, limit)))
                .map(RowSet::rowCount);
    }

    /** In the order in which they were asked for. */
    public Uni<List<SendTask>> claim(SqlConnection connection, UUID channelId, long epoch, int limit, long now) {
        return byIndex(connection)
                .chain(() -> connection.preparedQuery(CLAIM).execute(Tuple.of(channelId, epoch, limit)))
                .map(rows -> {
                    var claimed = new ArrayList<SendTask>();
                    rows.forEach(row -> claimed.add(task(row, now)));
                    claimed.sort(Comparator.comparingInt(SendTask::priority).thenComparingLong(SendTask::sequence));
                    return claimed;
                });
    }

    /** The messages that were let by for the first time when these were claimed. */
    public Uni<List<UUID>> skipped(SqlConnection connection, Channel channel, Collection<UUID> claimed) {
        return connection
                .preparedQuery(SKIPPED)
                .execute(Tuple.of(channel.workspaceId(), channel.id(), claimed.toArray(UUID[]::new)))
                .map(SendTaskStore::messageIds);
    }

    /** The attempts that are really ours to make. */
    public Uni<List<MarkedAttempt>> calling(
            SqlConnection connection, Channel channel, long epoch, List<MarkedAttempt> wanted) {
        return connection
                .preparedQuery(CALLING)
                .execute(Tuple.of(
                        channel.workspaceId(),
                        channel.id(),
                        epoch,
                        wanted.stream().map(MarkedAttempt::messageId).toArray(UUID[]::new),
                        wanted.stream().map(MarkedAttempt::id).toArray(UUID[]::new)))
                .map(rows -> attempts(rows, "id", "number"));
    }

    /** A new owner takes over what the one before had only claimed. */
    public Uni<Integer> reclaim(SqlConnection connection, UUID channelId, long epoch) {
        return connection
                .preparedQuery(RECLAIM)
                .execute(Tuple.of(channelId, epoch))
                .map(RowSet::rowCount);
    }

    /** What is claimed in our name, but not among those that we know of: all, when we stop. */
    public Uni<Void> giveBack(SqlConnection connection, UUID channelId, long epoch, Collection<UUID> known) {
        return connection
                .preparedQuery(GIVE_BACK)
                .execute(Tuple.of(channelId, epoch, known.toArray(UUID[]::new)))
                .replaceWithVoid();
    }

    /** Certainly not accepted by Meta, and worth another try. */
    public Uni<Void> retry(SqlConnection connection, UUID workspaceId, List<Delay> refused) {
        return connection
                .preparedQuery(RETRY)
                .execute(Tuple.of(
                        workspaceId,
                        refused.stream().map(Delay::messageId).toArray(UUID[]::new),
                        refused.stream().map(Delay::millis).toArray(Long[]::new),
                        refused.stream().map(Delay::blocksMillis).toArray(Long[]::new),
                        refused.stream().map(Delay::counted).toArray(Boolean[]::new),
                        refused.stream().map(Delay::attemptId).toArray(UUID[]::new)))
                .replaceWithVoid();
    }

    /** Claimed, but not to leave yet: back until their time. */
    public Uni<Void> postpone(SqlConnection connection, Channel channel, long epoch, List<Delay> messages) {
        return connection
                .preparedQuery(POSTPONE)
                .execute(Tuple.of(
                        channel.workspaceId(),
                        channel.id(),
                        epoch,
                        messages.stream().map(Delay::messageId).toArray(UUID[]::new),
                        messages.stream().map(Delay::millis).toArray(Long[]::new),
                        messages.stream().map(Delay::blocksMillis).toArray(Long[]::new)))
                .replaceWithVoid();
    }

    /** Claimed, but may not leave any more. Answers those that were still ours to end. */
    public Uni<List<UUID>> drop(SqlConnection connection, Channel channel, long epoch, Collection<UUID> messageIds) {
        return connection
                .preparedQuery(DROP)
                .execute(Tuple.of(channel.workspaceId(), channel.id(), epoch, messageIds.toArray(UUID[]::new)))
                .map(SendTaskStore::messageIds);
    }

    /** Calls that have had neither a result nor a status for so long that nobody can know any more. */
    public Uni<List<MarkedAttempt>> overdue(SqlConnection connection, UUID channelId, Duration after) {
        return connection
                .preparedQuery(OVERDUE)
                .execute(Tuple.of(channelId, after.toMillis()))
                .map(rows -> attempts(rows, "attempt_id", "attempts"));
    }

    private static SendTask task(Row row, long now) {
        var heldFor = row.getLong("held_for");
        var expiresIn = row.getLong("expires_in");
        return new SendTask(
                row.getUUID("message_id"),
                row.getString("recipient"),
                row.getInteger("priority"),
                row.getLong("sequence"),
                row.getInteger("attempts"),
                row.getInteger("refusals"),
                heldFor == null ? 0 : now - heldFor,
                expiresIn == null ? Turn.NEVER : now + expiresIn,
                row.getString("trace_parent"));
    }

    private static List<UUID> messageIds(RowSet<Row> rows) {
        var ids = new ArrayList<UUID>();
        rows.forEach(row -> ids.add(row.getUUID("message_id")));
        return ids;
    }

    private static List<MarkedAttempt> attempts(RowSet<Row> rows, String id, String number) {
        var marked = new ArrayList<MarkedAttempt>();
        rows.forEach(row ->
                marked.add(new MarkedAttempt(row.getUUID(id), row.getUUID("message_id"), row.getInteger(number))));
        return marked;
    }
}
