package io.posthorn.auth.workspace;

import io.posthorn.kit.caller.Role;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class WorkspaceStore {
    private static final String INSERT = "insert into workspace (workspace_id, name, created_at) values ($1, $2, $3)";
    private static final String INSERT_MEMBER =
            "insert into membership (workspace_id, account_id, role, joined_at) values ($1, $2, $3, $4)";
    private static final String JOIN = INSERT_MEMBER + " on conflict do nothing";
    private static final String COUNT_MEMBERS = "select count(*) from membership where workspace_id = $1";
    private static final String RENAME = "update workspace set name = $2 where workspace_id = $1 and name <> $2";
    private static final String FIND_MEMBER = """
            select m.workspace_id, w.name, m.account_id, m.role
            from membership m join workspace w on w.workspace_id = m.workspace_id
            where m.workspace_id = $1 and m.account_id = $2""";
    private static final String MEMBERSHIPS =
            "select workspace_id, workspace_name as name, $1::uuid as account_id, role from memberships_of($1)";
    private static final String ENTER = "select set_config('posthorn.workspace', $1, true)";
    private static final String COUNT_EVENTS = """
            update workspace set event_version = event_version + $2 where workspace_id = $1
            returning event_version""";

    Uni<Void> insert(SqlConnection connection, Membership founder, Instant now) {
        var at = now.atOffset(ZoneOffset.UTC);
        return connection
                .preparedQuery(INSERT)
                .execute(Tuple.of(founder.workspaceId(), founder.workspaceName(), at))
                .chain(inserted -> connection
                        .preparedQuery(INSERT_MEMBER)
                        .execute(Tuple.of(
                                founder.workspaceId(),
                                founder.accountId(),
                                founder.role().claim(),
                                at)))
                .replaceWithVoid();
    }

    /** False for who was a member before. */
    Uni<Boolean> insertMember(SqlConnection connection, UUID workspaceId, UUID accountId, Role role, Instant now) {
        return connection
                .preparedQuery(JOIN)
                .execute(Tuple.of(workspaceId, accountId, role.claim(), now.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.rowCount() == 1);
    }

    Uni<Long> countMembers(SqlConnection connection, UUID workspaceId) {
        return connection
                .preparedQuery(COUNT_MEMBERS)
                .execute(Tuple.of(workspaceId))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** False when it had the name before. */
    Uni<Boolean> rename(SqlConnection connection, UUID workspaceId, String name) {
        return connection
                .preparedQuery(RENAME)
                .execute(Tuple.of(workspaceId, name))
                .map(rows -> rows.rowCount() == 1);
    }

    /** Null when the account is not a member, or not any more. */
    Uni<Membership> findMember(SqlConnection connection, UUID workspaceId, UUID accountId) {
        return connection
                .preparedQuery(FIND_MEMBER)
                .execute(Tuple.of(workspaceId, accountId))
                .map(rows ->
                        rows.size() == 0 ? null : membership(rows.iterator().next()));
    }

    /** In every workspace, in the order of their ids. */
    Uni<List<Membership>> findMemberships(SqlConnection connection, UUID accountId) {
        return connection
                .preparedQuery(MEMBERSHIPS)
                .execute(Tuple.of(accountId))
                .map(rows -> rows.stream().map(WorkspaceStore::membership).toList());
    }

    /** Moves the transaction into another workspace. */
    Uni<Void> enter(SqlConnection connection, UUID workspaceId) {
        return connection
                .preparedQuery(ENTER)
                .execute(Tuple.of(workspaceId.toString()))
                .replaceWithVoid();
    }

    /** Counts events and says the version of the last. Holds the workspace's row, so versions are in commit order. */
    Uni<Long> countEvents(SqlConnection connection, UUID workspaceId, int events) {
        return connection
                .preparedQuery(COUNT_EVENTS)
                .execute(Tuple.of(workspaceId, events))
                .map(rows -> rows.iterator().next().getLong("event_version"));
    }

    private static Membership membership(Row row) {
        return new Membership(
                row.getUUID("workspace_id"),
                row.getString("name"),
                row.getUUID("account_id"),
                Role.named(row.getString("role")).orElseThrow());
    }
}
