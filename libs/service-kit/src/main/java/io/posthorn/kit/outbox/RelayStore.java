package io.posthorn.kit.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;

/** Reads what was appended and remembers how far it was published. */
@ApplicationScoped
class RelayStore {
    private static final String READ = """
            select position.sequence as published, horizon.xmin, appended.*
            from (select sequence from outbox_position) position
            cross join (select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as xmin) horizon
            left join lateral (
                select sequence, event_id, workspace_id, topic, key, type, version, payload, trace_parent, occurred_at
                from outbox
                where outbox.sequence > position.sequence
                order by outbox.sequence
                limit $1) appended on true
            order by appended.sequence""";
    private static final String NEWEST = "select pg_current_xact_id()::text::bigint as id";
    private static final String ADVANCE = "update outbox_position set sequence = $1 where sequence < $1";

    Uni<OutboxPage> read(SqlConnection connection, int limit) {
        return connection.preparedQuery(READ).execute(Tuple.of(limit)).map(RelayStore::page);
    }

    /** An id above those of all transactions that have one by now. */
    Uni<Long> newestTransaction(SqlConnection connection) {
        return connection.preparedQuery(NEWEST).execute().map(rows -> rows.iterator()
                .next()
                .getLong("id"));
    }

    Uni<Void> advance(SqlConnection connection, long sequence) {
        return connection.preparedQuery(ADVANCE).execute(Tuple.of(sequence)).replaceWithVoid();
    }

    private static OutboxPage page(RowSet<Row> rows) {
        var first = rows.iterator().next();
        var appended = new ArrayList<OutboxRow>(rows.size());
        for (var row : rows) {
            if (row.getLong("sequence") != null) {
                appended.add(outboxRow(row));
            }
        }
        return new OutboxPage(first.getLong("published"), first.getLong("xmin"), appended);
    }

    private static OutboxRow outboxRow(Row row) {
        return new OutboxRow(
                row.getLong("sequence"),
                row.getUUID("event_id"),
                row.getUUID("workspace_id"),
                row.getString("topic"),
                row.getUUID("key"),
                row.getString("type"),
                row.getLong("version"),
                ((JsonObject) row.getValue("payload")).toBuffer().getBytes(),
                row.getString("trace_parent"),
                row.getOffsetDateTime("occurred_at").toInstant());
    }
}
