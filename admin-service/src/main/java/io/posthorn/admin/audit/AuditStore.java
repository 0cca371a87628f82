package io.posthorn.admin.audit;

import io.posthorn.kit.paging.Cursor;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/** Appends to the chains and reads them. Nothing here changes or deletes an entry, and no role of ours may. */
@ApplicationScoped
class AuditStore {
    /** Makes the head when there is none, and locks it until the transaction ends. */
    private static final String LOCK_HEAD = """
            insert into audit_chain as chain (workspace_id, sequence, hash, recorded_at)
            values ($1, 0, decode($2, 'hex'), clock_timestamp())
            on conflict (workspace_id) do update
            set recorded_at = greatest(chain.recorded_at, clock_timestamp())
            returning sequence, encode(hash, 'hex') as hash, recorded_at""";

    private static final String APPEND = """
            with head as (
                update audit_chain set sequence = $2, hash = decode($12, 'hex') where workspace_id = $1)
            insert into audit_log (workspace_id, sequence, id, action, actor_id, subject_type, subject_id, details,
                trace_id, occurred_at, recorded_at, hash, previous_hash)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, decode($12, 'hex'), decode($13, 'hex'))""";
    private static final String HEAD =
            "select sequence, encode(hash, 'hex') as hash, recorded_at from audit_chain where workspace_id = $1";
    private static final String SELECT = """
            select workspace_id, sequence, id, action, actor_id, subject_type, subject_id, details, trace_id,
                occurred_at, recorded_at, encode(hash, 'hex') as hash, encode(previous_hash, 'hex') as previous_hash
            from audit_log where workspace_id = $1""";

    Uni<ChainHead> lockHead(SqlConnection connection, UUID workspaceId) {
        return connection
                .preparedQuery(LOCK_HEAD)
                .execute(Tuple.of(workspaceId, ChainHead.GENESIS))
                .map(rows -> head(rows.iterator().next()));
    }

    Uni<Void> append(SqlConnection connection, ChainedEntry chained) {
        var entry = chained.entry();
        var details = new JsonObject();
        entry.details().forEach(details::put);
        return connection
                .preparedQuery(APPEND)
                .execute(Tuple.tuple(java.util.Arrays.asList(
                        chained.workspaceId(),
                        chained.sequence(),
                        entry.id(),
                        entry.action(),
                        entry.actorId(),
                        entry.subjectType(),
                        entry.subjectId(),
                        details,
                        entry.traceId(),
                        utc(entry.occurredAt()),
                        utc(chained.recordedAt()),
                        chained.hash(),
                        chained.previousHash())))
                .replaceWithVoid();
    }

    /** Null when nothing was ever audited. */
    Uni<ChainHead> findHead(SqlConnection connection, UUID workspaceId) {
        return connection
                .preparedQuery(HEAD)
                .execute(Tuple.of(workspaceId))
                .map(rows -> rows.size() == 0 ? null : head(rows.iterator().next()));
    }

    /** The newest first. */
    Uni<List<ChainedEntry>> findPage(
            SqlConnection connection, UUID workspaceId, AuditLogFilter filter, Cursor after, int limit) {
        var parameters = new ArrayList<Object>(List.of(workspaceId));
        var sql = new StringBuilder(SELECT);
        if (filter.action() != null) {
            parameters.add(filter.action());
            sql.append(" and action = $").append(parameters.size());
        }
        if (filter.from() != null) {
            parameters.add(utc(filter.from()));
            sql.append(" and occurred_at >= $").append(parameters.size());
        }
        if (filter.to() != null) {
            parameters.add(utc(filter.to()));
            sql.append(" and occurred_at < $").append(parameters.size());
        }
        if (after != null) {
            parameters.add(utc(after.time()));
            parameters.add(after.id());
            sql.append(" and (occurred_at, id) < ($%d, $%d)".formatted(parameters.size() - 1, parameters.size()));
        }
        parameters.add(limit);
        sql.append(" order by occurred_at desc, id desc limit $").append(parameters.size());
        return connection
                .preparedQuery(sql.toString())
                .execute(Tuple.tuple(parameters))
                .map(AuditStore::entries);
    }

    /** A piece of the chain, in its order. */
    Uni<List<ChainedEntry>> findAfter(SqlConnection connection, UUID workspaceId, long sequence, int limit) {
        return connection
                .preparedQuery(SELECT + " and sequence > $2 order by sequence limit $3")
                .execute(Tuple.of(workspaceId, sequence, limit))
                .map(AuditStore::entries);
    }

    private static List<ChainedEntry> entries(RowSet<Row> rows) {
        return rows.stream().map(AuditStore::entry).toList();
    }

    private static ChainedEntry entry(Row row) {
        var details = new TreeMap<String, String>();
        ((JsonObject) row.getValue("details"))
                .forEach(detail -> details.put(detail.getKey(), (String) detail.getValue()));
        return new ChainedEntry(
                row.getUUID("workspace_id"),
                row.getLong("sequence"),
                new AuditEntry(
                        row.getUUID("id"),
                        row.getString("action"),
                        row.getUUID("actor_id"),
                        row.getString("subject_type"),
                        row.getUUID("subject_id"),
                        details,
                        row.getString("trace_id"),
                        row.getOffsetDateTime("occurred_at").toInstant()),
                row.getOffsetDateTime("recorded_at").toInstant(),
                row.getString("previous_hash"),
                row.getString("hash"));
    }

    private static ChainHead head(Row row) {
        return new ChainHead(
                row.getLong("sequence"),
                row.getString("hash"),
                row.getOffsetDateTime("recorded_at").toInstant());
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
