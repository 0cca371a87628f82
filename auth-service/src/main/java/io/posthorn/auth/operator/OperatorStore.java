package io.posthorn.auth.operator;

import io.posthorn.auth.operator.FoundUserView.MemberOfView;
import io.posthorn.kit.paging.Cursor;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Across all workspaces, under the worker role: by functions that requests of everybody else cannot call. */
@ApplicationScoped
class OperatorStore {
    private static final String FIND_USERS = """
            select account_id, email, full_name, created_at, disabled_at from operator_find_users($1, $2, $3)""";
    private static final String MEMBERSHIPS = "select workspace_id, name, role from operator_find_memberships($1)";
    private static final String IS_DISABLED = "select 1 from disabled_account where account_id = $1";
    private static final String DISABLE = """
            insert into disabled_account (account_id, disabled_by, disabled_at) values ($1, $2, clock_timestamp())
            on conflict do nothing""";
    private static final String ENABLE = "delete from disabled_account where account_id = $1";
    private static final String SUSPEND = """
            insert into workspace_suspension (workspace_id, reason, suspended_by, suspended_at)
            select w.workspace_id, $2, cast($3 as uuid), clock_timestamp() from workspace w where w.workspace_id = $1
            on conflict do nothing""";
    private static final String RESUME = "delete from workspace_suspension where workspace_id = $1";
    private static final String EXISTS = "select 1 from workspace where workspace_id = $1";

    Uni<List<FoundUser>> findUsers(SqlConnection connection, String beginning, Cursor after, int limit) {
        return connection
                .preparedQuery(FIND_USERS)
                .execute(Tuple.of(beginning, after == null ? null : after.id(), limit))
                .map(rows -> rows.stream().map(OperatorStore::user).toList());
    }

    Uni<List<MemberOfView>> memberships(SqlConnection connection, UUID accountId) {
        return connection
                .preparedQuery(MEMBERSHIPS)
                .execute(Tuple.of(accountId))
                .map(rows -> rows.stream()
                        .map(row -> new MemberOfView(
                                row.getUUID("workspace_id"), row.getString("name"), row.getString("role")))
                        .toList());
    }

    Uni<Boolean> isDisabled(SqlConnection connection, UUID accountId) {
        return connection
                .preparedQuery(IS_DISABLED)
                .execute(Tuple.of(accountId))
                .map(rows -> rows.size() == 1);
    }

    Uni<Void> disable(SqlConnection connection, UUID accountId, UUID operatorId) {
        return connection
                .preparedQuery(DISABLE)
                .execute(Tuple.of(accountId, operatorId))
                .replaceWithVoid();
    }

    Uni<Void> enable(SqlConnection connection, UUID accountId) {
        return connection.preparedQuery(ENABLE).execute(Tuple.of(accountId)).replaceWithVoid();
    }

    /** In the workspace's own transaction, as are the next two. False when it was stopped before. */
    Uni<Boolean> suspend(SqlConnection connection, UUID workspaceId, String reason, UUID operatorId) {
        return connection
                .preparedQuery(SUSPEND)
                .execute(Tuple.of(workspaceId, reason, operatorId))
                .map(rows -> rows.rowCount() == 1);
    }

    Uni<Boolean> resume(SqlConnection connection, UUID workspaceId) {
        return connection.preparedQuery(RESUME).execute(Tuple.of(workspaceId)).map(rows -> rows.rowCount() == 1);
    }

    Uni<Boolean> exists(SqlConnection connection, UUID workspaceId) {
        return connection.preparedQuery(EXISTS).execute(Tuple.of(workspaceId)).map(rows -> rows.size() == 1);
    }

    private static FoundUser user(Row row) {
        var disabledAt = row.getOffsetDateTime("disabled_at");
        return new FoundUser(
                row.getUUID("account_id"),
                row.getString("email"),
                row.getString("full_name"),
                row.getOffsetDateTime("created_at").toInstant(),
                disabledAt == null ? null : disabledAt.toInstant());
    }
}
