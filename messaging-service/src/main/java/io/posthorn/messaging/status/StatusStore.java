package io.posthorn.messaging.status;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/** The ledger, and the status derived from it. */
@ApplicationScoped
public class StatusStore {
    /**
     * Rows are locked in the order of their ids, so that two batches never wait for each other in a circle: all of them, because
     * they are counted, before the first is changed. Here as elsewhere the ids stand in the condition a second time, as an array,
     * so that the index is used whatever the planner believes of the table.
     */
    private static final String CLIMB = """
            with reported as (
                insert into status_ledger (workspace_id, message_id, attempt_id, state, recipient, provider_at, error_code, error_title)
                select $1, * from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::timestamptz[], $7::bigint[], $8::text[])
                on conflict do nothing),
            highest as (
                select * from unnest($9::uuid[], $10::text[], $11::timestamptz[], $12::bigint[], $13::text[])
                    as h (message_id, status, provider_at, error_code, error_title)),
            locked as (
                select id from message where workspace_id = $1 and id = any ($9) order by id for update)
            update message m set
                status = h.status,
                status_reason = coalesce(h.error_code || ': ' || h.error_title, h.error_title),
                updated_at = now(),
                version = m.version + 1
            from highest h
            where (select count(*) from locked) > 0 and m.workspace_id = $1 and m.id = any ($9) and m.id = h.message_id
              and status_rank(h.status) > status_rank(m.status)
            returning m.id, m.conversation_id, m.channel_id, m.type, m.status, m.status_reason, h.provider_at, m.version,
                m.callback_data""";

    private static final String SENDING = """
            update message set status = 'sending', status_reason = null, updated_at = now(), version = version + 1
            where workspace_id = $1 and id = any ($2) and status_rank(status) < status_rank('sending')""";
    private static final String MOVE = """
            with locked as (
                select id from message where workspace_id = $1 and id = any ($2) order by id for update)
            update message m set status = $4, status_reason = u.reason, updated_at = now(), version = m.version + 1
            from unnest($2::uuid[], $3::text[]) as u (message_id, reason)
            where (select count(*) from locked) > 0 and m.workspace_id = $1 and m.id = any ($2) and m.id = u.message_id and m.status = any ($5)
            returning m.id, m.conversation_id, m.channel_id, m.type, m.status, m.status_reason, m.updated_at as provider_at, m.version,
                m.callback_data""";

    /** Notes every report, once, and answers the messages whose status climbed by it. */
    public Uni<List<StatusChange>> climb(SqlConnection connection, UUID workspaceId, List<StatusReport> reports) {
        if (reports.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var highest = List.copyOf(StatusLattice.highest(reports));
        return connection
                .preparedQuery(CLIMB)
                .execute(Tuple.tuple(Arrays.asList(
                        workspaceId,
                        column(reports, StatusReport::messageId, UUID[]::new),
                        column(reports, StatusReport::attemptId, UUID[]::new),
                        column(reports, StatusReport::state, String[]::new),
                        column(reports, StatusReport::recipient, String[]::new),
                        column(reports, StatusStore::time, OffsetDateTime[]::new),
                        column(reports, StatusReport::errorCode, Long[]::new),
                        column(reports, StatusReport::errorTitle, String[]::new),
                        column(highest, StatusReport::messageId, UUID[]::new),
                        column(highest, report -> StatusLattice.shownAs(report.state()), String[]::new),
                        column(highest, StatusStore::time, OffsetDateTime[]::new),
                        column(highest, StatusReport::errorCode, Long[]::new),
                        column(highest, StatusReport::errorTitle, String[]::new))))
                .map(StatusStore::changes);
    }

    private static OffsetDateTime time(StatusReport report) {
        return report.at().atOffset(ZoneOffset.UTC);
    }

    private static <C> C[] column(List<StatusReport> reports, Function<StatusReport, C> value, IntFunction<C[]> array) {
        return reports.stream().map(value).toArray(array);
    }

    /** The lane is about to call Meta for these. */
    public Uni<Void> sending(SqlConnection connection, UUID workspaceId, List<UUID> messageIds) {
        return connection
                .preparedQuery(SENDING)
                .execute(Tuple.of(workspaceId, messageIds.toArray(UUID[]::new)))
                .replaceWithVoid();
    }

    /** Moves messages that are in one of these states, with a reason each, null for none; below what Meta can say. */
    Uni<List<StatusChange>> move(
            SqlConnection connection, UUID workspaceId, Map<UUID, String> reasons, List<String> from, String to) {
        return connection
                .preparedQuery(MOVE)
                .execute(Tuple.tuple(Arrays.asList(
                        workspaceId,
                        reasons.keySet().toArray(UUID[]::new),
                        reasons.values().toArray(String[]::new),
                        to,
                        from.toArray(String[]::new))))
                .map(StatusStore::changes);
    }

    private static List<StatusChange> changes(RowSet<Row> rows) {
        var changes = new ArrayList<StatusChange>();
        rows.forEach(row -> changes.add(new StatusChange(
                row.getUUID("id"),
                row.getUUID("conversation_id"),
                row.getUUID("channel_id"),
                row.getString("type"),
                row.getString("status"),
                row.getString("status_reason"),
                row.getOffsetDateTime("provider_at").toInstant(),
                row.getLong("version"),
                row.getString("callback_data"))));
        return changes;
    }
}
