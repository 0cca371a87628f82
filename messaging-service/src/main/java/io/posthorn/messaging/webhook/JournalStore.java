package io.posthorn.messaging.webhook;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The journal and the list of what of it still has to be worked off. */
@ApplicationScoped
public class JournalStore {
    private static final String INSERT = """
            with written as (
                insert into webhook_journal (id, app_id, body, trace_parent)
                select * from unnest($1::uuid[], $2::uuid[], $3::bytea[], $4::text[])
                returning id, received_at)
            insert into journal_task (journal_id, received_at) select id, received_at from written""";
    /** Bounded by their size as well: one body may hold a thousand items. */
    private static final String NEXT = """
            select id, app_id, body, trace_parent
            from (
                select j.*, sum(octet_length(j.body)) over (order by j.id) - octet_length(j.body) as bytes_before
                from (select journal_id, received_at from journal_task
                      where due_at <= now() order by due_at, journal_id limit $1) t
                join webhook_journal j on j.id = t.journal_id and j.received_at = t.received_at) next
            where bytes_before < 200000
            order by id""";

    private static final String WAITING =
            "select count(*) from (select 1 from journal_task where due_at <= now() limit $1) due";
    private static final String AGE = """
            select extract(epoch from clock_timestamp() - received_at)::float8 from journal_task
            where due_at <= now() order by due_at, journal_id limit 1""";
    private static final String FAILING = "select count(*) from journal_task where error is not null";
    /** Tasks whose entry was dropped with its partition would be looked for for ever. */
    private static final String FORGET = """
            delete from journal_task t where t.received_at < now() - interval '1 day' and not exists (
                select from webhook_journal j where j.id = t.journal_id and j.received_at = t.received_at)""";

    private static final String KEEP = """
            update partitioned_table set keep = make_interval(secs => $2::bigint)
            where name = $1 and keep is distinct from make_interval(secs => $2::bigint)""";

    private static final String DONE = "delete from journal_task where journal_id = any ($1)";
    /** Tried again ever more rarely, up to once in ten minutes; never thrown away. */
    private static final String FAILED = """
            update journal_task set attempts = attempts + 1, error = $2,
                due_at = now() + least(interval '10 minutes', interval '1 second' * power(2, least(attempts, 10)))
            where journal_id = $1""";

    Uni<Void> insertAll(SqlConnection connection, List<JournalEntry> entries) {
        return connection
                .preparedQuery(INSERT)
                .execute(Tuple.of(
                        entries.stream().map(JournalEntry::id).toArray(UUID[]::new),
                        entries.stream().map(JournalEntry::appId).toArray(UUID[]::new),
                        entries.stream()
                                .map(entry -> Buffer.buffer(entry.body()))
                                .toArray(Buffer[]::new),
                        entries.stream().map(JournalEntry::traceParent).toArray(String[]::new)))
                .replaceWithVoid();
    }

    /** The next entries to work off, the oldest first. */
    public Uni<List<JournalEntry>> next(SqlConnection connection, int limit) {
        return connection.preparedQuery(NEXT).execute(Tuple.of(limit)).map(rows -> {
            var entries = new ArrayList<JournalEntry>();
            rows.forEach(row -> entries.add(new JournalEntry(
                    row.getUUID("id"),
                    row.getUUID("app_id"),
                    row.getBuffer("body").getBytes(),
                    row.getString("trace_parent"))));
            return entries;
        });
    }

    public Uni<Void> done(SqlConnection connection, List<UUID> ids) {
        return connection
                .preparedQuery(DONE)
                .execute(Tuple.of((Object) ids.toArray(UUID[]::new)))
                .replaceWithVoid();
    }

    public Uni<Void> failed(SqlConnection connection, UUID id, String error) {
        return connection.preparedQuery(FAILED).execute(Tuple.of(id, error)).replaceWithVoid();
    }

    /** How many entries wait, counted up to a limit. */
    public Uni<Long> waiting(SqlConnection connection, int limit) {
        return connection.preparedQuery(WAITING).execute(Tuple.of((long) limit)).map(JournalStore::count);
    }

    /** For how many seconds the first that is due has been here; zero when none waits. */
    Uni<Double> age(SqlConnection connection) {
        return connection
                .query(AGE)
                .execute()
                .map(rows -> rows.size() == 0
                        ? 0
                        : Math.max(0, rows.iterator().next().getDouble(0)));
    }

    /** How many entries have an item that could not be stored. */
    Uni<Long> failing(SqlConnection connection) {
        return connection.query(FAILING).execute().map(JournalStore::count);
    }

    /** Those whose entry is not there any more. */
    Uni<Void> forget(SqlConnection connection) {
        return connection.query(FORGET).execute().replaceWithVoid();
    }

    /** For how long a partitioned table keeps its rows; null for ever. */
    Uni<Void> keep(SqlConnection connection, String table, Duration duration) {
        return connection
                .preparedQuery(KEEP)
                .execute(Tuple.of(table, duration == null ? null : duration.toSeconds()))
                .replaceWithVoid();
    }

    private static long count(RowSet<Row> rows) {
        return rows.iterator().next().getLong(0);
    }
}
