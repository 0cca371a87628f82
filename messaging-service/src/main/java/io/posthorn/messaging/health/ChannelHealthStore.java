package io.posthorn.messaging.health;

import io.posthorn.messaging.channel.Channel;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What the database knows of a channel's health. */
@ApplicationScoped
class ChannelHealthStore {
    record Session(String detail, ChannelHealthView.Seen seen) {}

    record Waiting(Map<String, Long> byState, long oldestWaitsSeconds) {}

    private static final String SESSION = """
            select status_detail, last_webhook_at, last_call_at, checked_at, check_at, check_failures
            from channel where workspace_id = $1 and id = $2""";
    private static final String STANDING = """
            select quality_rating, messaging_tier, messaging_limit, throughput_level, calls_per_second,
                (select count(*)::int from portfolio_reach
                 where workspace_id = $1 and portfolio = $3 and reached_at > now() - interval '1 day') as reached
            from channel where workspace_id = $1 and id = $2""";
    private static final String WAITING = """
            select state, count(*) as messages,
                greatest(0, extract(epoch from now() - min(coalesce(held_at, due_at)))::bigint) as oldest
            from send_task where workspace_id = $1 and channel_id = $2 group by state order by state""";
    private static final String HELD = """
            select coalesce(m.status_reason, 'none') as reason, count(*) as messages
            from (select message_id from send_task
                  where workspace_id = $1 and channel_id = $2 and state in ('queued', 'waiting', 'claimed')
                  limit 10000) t
            join message m on m.workspace_id = $1 and m.id = t.message_id
            where m.status = 'held' or m.status_reason is not null
            group by 1 order by 1""";
    private static final String UNKNOWN = """
            select count(distinct a.message_id) as messages from attempt a
            join message m on m.workspace_id = $1 and m.id = a.message_id and m.status = 'unknown'
            where a.workspace_id = $1 and a.channel_id = $2 and a.unknown_at is not null""";
    private static final String LANE_IS_LEASED =
            "select 1 from lease where job = $1 and expires_at > clock_timestamp()";

    Uni<Session> session(SqlConnection connection, Channel channel) {
        return one(connection, SESSION, channel)
                .map(row -> new Session(
                        row.getString("status_detail"),
                        new ChannelHealthView.Seen(
                                time(row, "last_webhook_at"),
                                time(row, "last_call_at"),
                                time(row, "checked_at"),
                                time(row, "check_at"),
                                row.getInteger("check_failures"))));
    }

    /** @param usualCalls what stands for a number of which Meta has told nothing particular */
    Uni<ChannelHealthView.Standing> standing(SqlConnection connection, Channel channel, int usualCalls) {
        return connection
                .preparedQuery(STANDING)
                .execute(Tuple.of(channel.workspaceId(), channel.id(), channel.identityScope()))
                .map(rows -> rows.iterator().next())
                .map(row -> new ChannelHealthView.Standing(
                        row.getString("quality_rating"),
                        row.getString("messaging_tier"),
                        row.getInteger("messaging_limit"),
                        row.getInteger("reached"),
                        row.getString("throughput_level"),
                        row.getInteger("calls_per_second") == null ? usualCalls : row.getInteger("calls_per_second")));
    }

    Uni<Waiting> waiting(SqlConnection connection, Channel channel) {
        return connection
                .preparedQuery(WAITING)
                .execute(Tuple.of(channel.workspaceId(), channel.id()))
                .map(rows -> {
                    var byState = new LinkedHashMap<String, Long>();
                    var oldest = 0L;
                    for (var row : rows) {
                        byState.put(row.getString("state"), row.getLong("messages"));
                        oldest = Math.max(oldest, row.getLong("oldest"));
                    }
                    return new Waiting(byState, oldest);
                });
    }

    Uni<Map<String, Long>> held(SqlConnection connection, Channel channel) {
        return connection
                .preparedQuery(HELD)
                .execute(Tuple.of(channel.workspaceId(), channel.id()))
                .map(rows -> {
                    var held = new LinkedHashMap<String, Long>();
                    rows.forEach(row -> held.put(row.getString("reason"), row.getLong("messages")));
                    return held;
                });
    }

    Uni<Long> unknown(SqlConnection connection, Channel channel) {
        return one(connection, UNKNOWN, channel).map(row -> row.getLong("messages"));
    }

    /** As worker. */
    Uni<Boolean> laneIsLeased(SqlConnection connection, UUID channelId) {
        return connection
                .preparedQuery(LANE_IS_LEASED)
                .execute(Tuple.of("lane/" + channelId))
                .map(rows -> rows.size() == 1);
    }

    private static Uni<Row> one(SqlConnection connection, String sql, Channel channel) {
        return connection
                .preparedQuery(sql)
                .execute(Tuple.of(channel.workspaceId(), channel.id()))
                .map(rows -> rows.iterator().next());
    }

    private static Instant time(Row row, String column) {
        var time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
