package io.posthorn.admin.dashboard;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Moves counters and remembers the state that each counted thing is in. */
@ApplicationScoped
class DashboardStore {
    /** In the order of their names, so that two events never wait for each other in a circle. */
    private static final String ADD = """
            insert into dashboard_counter as counter (workspace_id, name, value, as_of)
            select $1, name, by, $4 from unnest($2::text[], $3::bigint[]) as change (name, by) order by name
            on conflict (workspace_id, name) do update
            set value = counter.value + excluded.value, as_of = greatest(counter.as_of, excluded.as_of)""";

    private static final String MOVE_MESSAGE = """
            insert into message_status_projection as known (workspace_id, message_id, status, version)
            values ($1, $2, $3, $4)
            on conflict (workspace_id, message_id) do update set status = excluded.status, version = excluded.version
            where known.version < excluded.version
            returning old.status as previous""";
    private static final String MOVE_MESSAGES = """
            insert into message_status_projection as known (workspace_id, message_id, status, version)
            select $1, * from unnest($2::uuid[], $3::text[], $4::bigint[]) as move (message_id, status, version) order by message_id
            on conflict (workspace_id, message_id) do update set status = excluded.status, version = excluded.version
            where known.version < excluded.version
            returning old.status as previous, new.status as status""";
    private static final String MOVE_STATE = """
            insert into state_projection as known (workspace_id, kind, id, state, version) values ($1, $2, $3, $4, $5)
            on conflict (workspace_id, kind, id) do update set state = excluded.state, version = excluded.version
            where known.version < excluded.version
            returning old.state as previous""";
    private static final String FIND = "select name, value, as_of from dashboard_counter where workspace_id = $1";

    Uni<Void> add(SqlConnection connection, UUID workspaceId, List<CounterChange> changes, Instant asOf) {
        if (changes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .preparedQuery(ADD)
                .execute(Tuple.of(
                        workspaceId,
                        changes.stream().map(CounterChange::counter).toArray(String[]::new),
                        changes.stream().map(CounterChange::by).toArray(Long[]::new),
                        asOf.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    /** How the counters under a prefix change when the message takes a status; not at all when it has a newer one. */
    Uni<List<CounterChange>> moveMessage(
            SqlConnection connection, UUID workspaceId, UUID messageId, String status, long version) {
        return connection
                .preparedQuery(MOVE_MESSAGE)
                .execute(Tuple.of(workspaceId, messageId, status, version))
                .map(moved -> changes(moved, Counters.MESSAGES_BY_STATUS, status));
    }

    /** The same for many messages, each once. */
    Uni<List<CounterChange>> moveMessages(
            SqlConnection connection, UUID workspaceId, Collection<ManyMessages.Move> moves) {
        return connection
                .preparedQuery(MOVE_MESSAGES)
                .execute(Tuple.of(
                        workspaceId,
                        moves.stream().map(ManyMessages.Move::messageId).toArray(UUID[]::new),
                        moves.stream().map(ManyMessages.Move::status).toArray(String[]::new),
                        moves.stream().map(ManyMessages.Move::version).toArray(Long[]::new)))
                .map(moved -> moved.stream()
                        .flatMap(row ->
                                changes(row.getString("previous"), Counters.MESSAGES_BY_STATUS, row.getString("status"))
                                        .stream())
                        .toList());
    }

    /** The same for a channel or a template. */
    Uni<List<CounterChange>> moveState(
            SqlConnection connection, UUID workspaceId, CountedKind kind, UUID id, String state, long version) {
        return connection
                .preparedQuery(MOVE_STATE)
                .execute(Tuple.of(workspaceId, kind.word(), id, state, version))
                .map(moved -> changes(moved, kind.counters(), state));
    }

    Uni<Counters> find(SqlConnection connection, UUID workspaceId) {
        return connection.preparedQuery(FIND).execute(Tuple.of(workspaceId)).map(rows -> rows.stream()
                .reduce(
                        Counters.none(),
                        (counters, row) -> counters.with(
                                row.getString("name"),
                                row.getLong("value"),
                                row.getOffsetDateTime("as_of").toInstant()),
                        (one, other) -> one));
    }

    private static List<CounterChange> changes(RowSet<Row> moved, String prefix, String now) {
        if (moved.size() == 0) {
            return List.of();
        }
        return changes(moved.iterator().next().getString("previous"), prefix, now);
    }

    private static List<CounterChange> changes(String previous, String prefix, String now) {
        if (now.equals(previous)) {
            return List.of();
        }
        var changes = new ArrayList<CounterChange>();
        if (previous != null) {
            changes.add(CounterChange.oneLess(prefix + previous));
        }
        changes.add(CounterChange.oneMore(prefix + now));
        return changes;
    }
}
