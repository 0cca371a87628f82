package io.posthorn.kit.database;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the statistics of one schema. A partition counts with its parent. */
@ApplicationScoped
class DatabaseStore {
    private static final String TABLES = """
            with tables as (
                select coalesce(i.inhparent, s.relid)::regclass as id, i.inhparent is not null as is_partition, s.*
                from pg_stat_user_tables s left join pg_inherits i on i.inhrelid = s.relid
                where s.schemaname = $1),
            summed as (
                select c.relname::text as name, count(*) filter (where t.is_partition)::int as partitions,
                       coalesce(sum(t.n_live_tup), 0)::bigint as rows, coalesce(sum(t.n_dead_tup), 0)::bigint as dead_rows,
                       coalesce(sum(pg_table_size(t.relid)), 0)::bigint as bytes,
                       coalesce(sum(pg_indexes_size(t.relid)), 0)::bigint as index_bytes,
                       coalesce(sum(t.seq_scan), 0)::bigint as sequential_reads,
                       coalesce(sum(t.seq_tup_read), 0)::bigint as read_rows,
                       coalesce(sum(t.idx_scan), 0)::bigint as index_reads,
                       max(greatest(t.last_vacuum, t.last_autovacuum)) as vacuumed_at,
                       max(greatest(t.last_analyze, t.last_autoanalyze)) as analyzed_at
                from tables t join pg_class c on c.oid = t.id
                group by c.relname)
            """;
    private static final String TABLE_STATS =
            TABLES + "select * from summed order by bytes + index_bytes desc, name limit $2";
    /** Small tables are best read from end to end; a few such reads of a large one are a migration or a backup. */
    private static final String MISSING_INDEXES = TABLES + """
            select name, rows, sequential_reads, read_rows / sequential_reads as rows_per_read, index_reads
            from summed
            where rows > 10000 and sequential_reads > 50 and read_rows / sequential_reads > rows / 10
            order by read_rows desc limit $2""";

    private static final String HAS_STATEMENTS =
            "select to_regclass('extensions.pg_stat_statements') is not null and $1::int > 0 as found";
    /** A role is told of its own statements only. */
    private static final String SLOW_QUERIES = """
            select current_user::text as role, left(query, 1000) as query, calls, mean_exec_time as mean, max_exec_time as longest,
                   total_exec_time as total, rows
            from extensions.pg_stat_statements
            where userid = current_user::regrole and dbid = (select oid from pg_database where datname = current_database())
            order by mean_exec_time desc limit $1""";

    private final String schema;

    DatabaseStore(@ConfigProperty(name = "posthorn.service") String service) {
        this.schema = service;
    }

    Uni<List<TableStats>> tableStats(SqlConnection connection, int limit) {
        return read(
                connection,
                TABLE_STATS,
                Tuple.of(schema, limit),
                row -> new TableStats(
                        row.getString("name"),
                        row.getInteger("partitions"),
                        row.getLong("rows"),
                        row.getLong("dead_rows"),
                        row.getLong("bytes"),
                        row.getLong("index_bytes"),
                        row.getLong("sequential_reads"),
                        row.getLong("index_reads"),
                        instant(row.getOffsetDateTime("vacuumed_at")),
                        instant(row.getOffsetDateTime("analyzed_at"))));
    }

    Uni<List<MissingIndex>> missingIndexes(SqlConnection connection, int limit) {
        return read(
                connection,
                MISSING_INDEXES,
                Tuple.of(schema, limit),
                row -> new MissingIndex(
                        row.getString("name"),
                        row.getLong("rows"),
                        row.getLong("sequential_reads"),
                        row.getLong("rows_per_read"),
                        row.getLong("index_reads")));
    }

    /** Nothing where PostgreSQL does not keep them. */
    Uni<List<SlowQuery>> slowQueries(SqlConnection connection, int limit) {
        return connection
                .preparedQuery(HAS_STATEMENTS)
                .execute(Tuple.of(limit))
                .map(rows -> rows.iterator().next().getBoolean("found"))
                .chain(found -> found
                        ? read(connection, SLOW_QUERIES, Tuple.of(limit), DatabaseStore::slowQuery)
                        : Uni.createFrom().item(List.of()));
    }

    private static SlowQuery slowQuery(Row row) {
        return new SlowQuery(
                row.getString("role"),
                row.getString("query"),
                row.getLong("calls"),
                row.getDouble("mean"),
                row.getDouble("longest"),
                row.getDouble("total"),
                row.getLong("rows"));
    }

    private static <T> Uni<List<T>> read(SqlConnection connection, String sql, Tuple values, Function<Row, T> as) {
        return connection.preparedQuery(sql).execute(values).map(rows -> {
            var found = new ArrayList<T>();
            rows.forEach(row -> found.add(as.apply(row)));
            return found;
        });
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
