package io.posthorn.kit.outbox;

import io.posthorn.kit.background.Lease;
import io.posthorn.kit.background.LeaseStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;

/** Reads what was appended and remembers how far it was published, both in one round trip. */
@ApplicationScoped
class RelayStore {
    private static final String READ = """
            select position.sequence, horizon.xmin, appended.*
            from (select %s as sequence from outbox_position%s) position
            cross join (select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as xmin) horizon
            left join lateral (
                select outbox.sequence, event_id, workspace_id, topic, key, type, version, payload::text as payload,
                       trace_parent, occurred_at
                from outbox
                where outbox.sequence > position.sequence
                order by outbox.sequence
                limit $1) appended on true
            order by appended.sequence""";
    private static final String FIRST_READ = READ.formatted("sequence", "");

    private static final String OURS = """
            with ours as (
                select job from lease
                where job = $2 and holder = $3 and epoch = $4 and expires_at > clock_timestamp()%s)""";
    private static final String READ_ON = READ.formatted("greatest(sequence, $5)", " where exists (select from ours)");
    private static final String READ_AHEAD = OURS.formatted("") + READ_ON;

    /** The lease is locked until this has committed, so that it cannot change hands meanwhile. */
    private static final String REMEMBER_AND_READ = OURS.formatted(" for share") + """
            , moved as (update outbox_position set sequence = $5 where sequence < $5 and exists (select from ours))
            """ + READ_ON;

    private static final String NEWEST = "select pg_current_xact_id()::text::bigint as id";

    private final LeaseStore leases;

    RelayStore(LeaseStore leases) {
        this.leases = leases;
    }

    Uni<OutboxPage> read(SqlConnection connection, int limit) {
        return connection.preparedQuery(FIRST_READ).execute(Tuple.of(limit)).map(RelayStore::page);
    }

    /** What follows {@code published}; empty when the lease is no longer ours. Writes nothing, so nothing has to reach the disk. */
    Uni<Optional<OutboxPage>> readAhead(SqlConnection connection, Lease lease, long published, int limit) {
        return read(connection, READ_AHEAD, lease, published, limit);
    }

    /** Empty, and nothing remembered, when the lease is no longer ours. */
    Uni<Optional<OutboxPage>> rememberAndRead(SqlConnection connection, Lease lease, long published, int limit) {
        return read(connection, REMEMBER_AND_READ, lease, published, limit);
    }

    private Uni<Optional<OutboxPage>> read(
            SqlConnection connection, String statement, Lease lease, long published, int limit) {
        return connection
                .preparedQuery(statement)
                .execute(Tuple.of(limit, lease.job(), leases.holder(), lease.epoch(), published))
                .map(rows -> rows.size() == 0 ? Optional.empty() : Optional.of(page(rows)));
    }

    /** An id above those of all transactions that have one by now. */
    Uni<Long> newestTransaction(SqlConnection connection) {
        return connection.preparedQuery(NEWEST).execute().map(rows -> rows.iterator()
                .next()
                .getLong("id"));
    }

    private static OutboxPage page(RowSet<Row> rows) {
        var first = rows.iterator().next();
        var appended = new ArrayList<OutboxRow>(rows.size());
        for (var row : rows) {
            if (row.getLong(2) != null) {
                appended.add(outboxRow(row));
            }
        }
        return new OutboxPage(first.getLong(0), first.getLong(1), appended);
    }

    /** By position: looking up names costs as much as all the rest of reading a row. */
    private static OutboxRow outboxRow(Row row) {
        return new OutboxRow(
                row.getLong(2),
                row.getUUID(3),
                row.getUUID(4),
                row.getString(5),
                row.getUUID(6),
                row.getString(7),
                row.getLong(8),
                row.getString(9).getBytes(StandardCharsets.UTF_8),
                row.getString(10),
                row.getOffsetDateTime(11).toInstant());
    }
}
