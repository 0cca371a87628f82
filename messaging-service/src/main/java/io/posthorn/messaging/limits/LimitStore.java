package io.posthorn.messaging.limits;

import io.posthorn.messaging.channel.Channel;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What Meta's limits have counted, as far as it has to outlive a process. */
@ApplicationScoped
public class LimitStore {
    /** A call of the last minutes: whom it was for, and how long ago. */
    public record Earlier(String recipient, long ago) {}

    /** @param freesIn until the first of the day's people is a day away, in milliseconds; null when there are none */
    public record Reached(int people, Set<String> known, Long freesIn) {}

    private static final String RECENT = """
            select recipient, ago from (
                select recipient, (extract(epoch from clock_timestamp() - called_at) * 1000)::bigint as ago,
                    count(*) over (partition by recipient) as calls
                from attempt
                where workspace_id = $1 and id > first_id_at(now() - interval '5 minutes') and channel_id = $2
                  and recipient is not null) a
            where calls > 1 or ago < 7000
            order by ago desc""";
    private static final String ALLOWANCE = """
            select status, calls_per_second, messaging_limit,
                (select count(*)::int from message m
                 where m.workspace_id = $1 and m.id > first_id_at(now() - $3 * interval '1 millisecond') and m.channel_id = $2
                   and m.direction = 'inbound') as heard
            from channel where workspace_id = $1 and id = $2""";

    /** Whoever asks for the same portfolio waits until this transaction ends, so that two never fill one place. */
    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended($1::uuid::text || '/' || $2::text, 0))";

    private static final String REACHED = """
            with day as materialized (
                select recipient, reached_at from portfolio_reach
                where workspace_id = $1 and portfolio = $2 and reached_at > clock_timestamp() - interval '1 day')
            select (select count(*)::int from day) as people,
                (select array_agg(recipient) from day where recipient = any ($3)) as known,
                (select (extract(epoch from min(reached_at) + interval '1 day' - clock_timestamp()) * 1000)::bigint from day) as frees_in""";
    private static final String REACH = """
            insert into portfolio_reach (workspace_id, portfolio, recipient)
            select $1, $2, recipient from unnest($3::text[]) as u (recipient) order by recipient
            on conflict (workspace_id, portfolio, recipient) do update set reached_at = clock_timestamp()""";
    private static final String PAUSES = """
            select recipient, (extract(epoch from paused_until - now()) * 1000)::bigint as millis from marketing_pause
            where workspace_id = $1 and recipient = any ($2) and paused_until > now()""";
    private static final String PAUSE = """
            insert into marketing_pause (workspace_id, recipient, paused_until)
            select distinct $1, recipient, now() + $3 * interval '1 millisecond' from unnest($2::text[]) as u (recipient)
            order by recipient
            on conflict (workspace_id, recipient) do update
                set paused_until = greatest(marketing_pause.paused_until, excluded.paused_until)""";

    /** As worker: limits that have passed are no longer of interest. */
    public Uni<Void> forget(SqlConnection connection) {
        return connection
                .query("delete from marketing_pause where paused_until < now()")
                .execute()
                .chain(() -> connection
                        .query("delete from portfolio_reach where reached_at < now() - interval '2 days'")
                        .execute())
                .replaceWithVoid();
    }

    /** The calls that still count for somebody, the oldest first. */
    public Uni<List<Earlier>> recent(SqlConnection connection, Channel channel) {
        return connection
                .preparedQuery(RECENT)
                .execute(Tuple.of(channel.workspaceId(), channel.id()))
                .map(rows -> {
                    var calls = new ArrayList<Earlier>();
                    rows.forEach(row -> calls.add(new Earlier(row.getString("recipient"), row.getLong("ago"))));
                    return calls;
                });
    }

    /** What Meta allows the number now, and how many messages came in during the last so many milliseconds. */
    public Uni<Allowance> allowance(SqlConnection connection, Channel channel, long millis) {
        return connection
                .preparedQuery(ALLOWANCE)
                .execute(Tuple.of(channel.workspaceId(), channel.id(), millis))
                .map(rows -> Allowance.of(rows.iterator().next()));
    }

    public Uni<Reached> reached(SqlConnection connection, Channel channel, Collection<String> wanted) {
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(channel.workspaceId(), channel.identityScope()))
                .chain(() -> connection
                        .preparedQuery(REACHED)
                        .execute(Tuple.of(
                                channel.workspaceId(), channel.identityScope(), wanted.toArray(String[]::new))))
                .map(rows -> reached(rows.iterator().next()));
    }

    public Uni<Void> reach(SqlConnection connection, Channel channel, Collection<String> recipients) {
        return connection
                .preparedQuery(REACH)
                .execute(Tuple.of(channel.workspaceId(), channel.identityScope(), recipients.toArray(String[]::new)))
                .replaceWithVoid();
    }

    /** Who of these gets no marketing, and for how many milliseconds. */
    public Uni<Map<String, Long>> marketingPauses(
            SqlConnection connection, UUID workspaceId, Collection<String> recipients) {
        return connection
                .preparedQuery(PAUSES)
                .execute(Tuple.of(workspaceId, recipients.toArray(String[]::new)))
                .map(LimitStore::pauses);
    }

    /** Meta has said so of these people: no marketing reaches them before the pause is over. */
    public Uni<Void> pauseMarketing(
            SqlConnection connection, UUID workspaceId, Collection<String> recipients, Duration pause) {
        return recipients.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(PAUSE)
                        .execute(Tuple.of(workspaceId, recipients.toArray(String[]::new), pause.toMillis()))
                        .replaceWithVoid();
    }

    private static Reached reached(Row row) {
        var known = new HashSet<String>();
        var found = row.getArrayOfStrings("known");
        if (found != null) {
            known.addAll(List.of(found));
        }
        return new Reached(row.getInteger("people"), known, row.getLong("frees_in"));
    }

    private static Map<String, Long> pauses(RowSet<Row> rows) {
        var pauses = new HashMap<String, Long>();
        rows.forEach(row -> pauses.put(row.getString("recipient"), row.getLong("millis")));
        return pauses;
    }
}
