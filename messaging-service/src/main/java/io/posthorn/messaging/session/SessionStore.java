package io.posthorn.messaging.session;

import io.posthorn.messaging.channel.Channel;
import io.posthorn.messaging.channel.ChannelReason;
import io.posthorn.messaging.channel.ChannelStore;
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
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The columns of a channel by which it is looked after. Everything here runs as worker, across workspaces. */
@ApplicationScoped
class SessionStore {
    /** Whoever takes a channel moves its time on, so that nobody else does until he has had time enough. */
    private static final String TAKE_DUE = """
            update channel set check_at = now() + $1 * interval '1 millisecond'
            where ctid = any (array(
                select ctid from channel
                where check_at <= now() and status in ('active', 'degraded', 'needs_attention')
                  and not (status = 'needs_attention' and status_reason = any ($2))
                order by check_at limit $3 for update skip locked))
            returning id""";

    private static final String WORKED = """
            update channel set checked_at = now(), check_failures = 0,
                check_at = now() + $3 * interval '1 millisecond'
            where workspace_id = $1 and id = $2""";
    private static final String FAILED = """
            update channel set check_failures = check_failures + 1 where workspace_id = $1 and id = $2
            returning check_failures""";
    private static final String CHECK_IN = """
            update channel set check_at = now() + $3 * interval '1 millisecond' where workspace_id = $1 and id = $2""";
    private static final String SEEN = """
            update channel c set last_webhook_at = greatest(c.last_webhook_at, u.webhook),
                last_call_at = greatest(c.last_call_at, u.call)
            from unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::timestamptz[]) as u (workspace_id, id, webhook, call)
            where c.workspace_id = u.workspace_id and c.id = u.id""";
    private static final String STALE = """
            update channel set status = 'disconnected', status_since = now(), updated_at = now(), version = version + 1
            where status = 'connecting' and status_since < now() - interval '10 minutes'""";
    private static final String UNUSED = """
            where c.status in ('active', 'degraded', 'needs_attention')
              and greatest(c.last_webhook_at, c.last_call_at, c.created_at) < now() - $1 * interval '1 millisecond'
            order by c.id limit $2""";
    private static final String EXPIRED_OF = "where c.id = any ($1) and c.status = 'expired'";

    private final ChannelStore channels;

    SessionStore(ChannelStore channels) {
        this.channels = channels;
    }

    /** Channels that are to be looked at; those that wait for a token are not. */
    Uni<List<Channel>> takeDue(SqlConnection connection, Duration time, int limit) {
        var lasting = Arrays.stream(ChannelReason.values())
                .filter(reason -> !reason.passes())
                .map(ChannelReason::word)
                .toArray(String[]::new);
        return connection
                .preparedQuery(TAKE_DUE)
                .execute(Tuple.of(time.toMillis(), lasting, limit))
                .chain(due -> channels.where(connection, "where c.id = any ($1)", Tuple.of(ids(due))));
    }

    Uni<Void> worked(SqlConnection connection, Channel channel, Duration lookAgain) {
        return connection
                .preparedQuery(WORKED)
                .execute(Tuple.of(channel.workspaceId(), channel.id(), lookAgain.toMillis()))
                .replaceWithVoid();
    }

    /** How often in a row it has failed now. */
    Uni<Integer> failed(SqlConnection connection, Channel channel) {
        return connection
                .preparedQuery(FAILED)
                .execute(Tuple.of(channel.workspaceId(), channel.id()))
                .map(rows -> rows.iterator().next().getInteger("check_failures"));
    }

    Uni<Void> checkIn(SqlConnection connection, Channel channel, Duration time) {
        return connection
                .preparedQuery(CHECK_IN)
                .execute(Tuple.of(channel.workspaceId(), channel.id(), time.toMillis()))
                .replaceWithVoid();
    }

    Uni<Void> seen(SqlConnection connection, Collection<LastSeen.Sight> sights) {
        return connection
                .preparedQuery(SEEN)
                .execute(Tuple.of(
                        sights.stream().map(LastSeen.Sight::workspaceId).toArray(UUID[]::new),
                        sights.stream().map(LastSeen.Sight::channelId).toArray(UUID[]::new),
                        sights.stream().map(sight -> utc(sight.webhook())).toArray(OffsetDateTime[]::new),
                        sights.stream().map(sight -> utc(sight.call())).toArray(OffsetDateTime[]::new)))
                .replaceWithVoid();
    }

    /** Attempts to connect that nobody ended. */
    Uni<Integer> endStale(SqlConnection connection) {
        return connection.query(STALE).execute().map(RowSet::rowCount);
    }

    Uni<List<Channel>> unused(SqlConnection connection, Duration time, int limit) {
        return channels.where(connection, UNUSED, Tuple.of(time.toMillis(), limit));
    }

    Uni<List<Channel>> expiredAmong(SqlConnection connection, Collection<UUID> ids) {
        return channels.where(connection, EXPIRED_OF, Tuple.of(ids.toArray(UUID[]::new)));
    }

    private static OffsetDateTime utc(Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    private static UUID[] ids(RowSet<Row> rows) {
        var ids = new UUID[rows.rowCount()];
        var index = 0;
        for (var row : rows) {
            ids[index++] = row.getUUID("id");
        }
        return ids;
    }
}
