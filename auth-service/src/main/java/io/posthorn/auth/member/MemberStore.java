package io.posthorn.auth.member;

import io.posthorn.kit.caller.Role;
import io.posthorn.kit.paging.Cursor;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class MemberStore {
    private static final String COLUMNS = """
            select m.account_id, a.full_name, a.email, m.role, m.joined_at
            from membership m join account a on a.id = m.account_id where m.workspace_id = $1""";
    private static final String FIRST_PAGE = COLUMNS + " order by m.account_id limit $2";
    private static final String NEXT_PAGE = COLUMNS + " and m.account_id > $3 order by m.account_id limit $2";
    private static final String FIND = COLUMNS + " and m.account_id = $2";
    /** One change at a time in a workspace, so that of two owners who leave at once one stays. */
    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended('auth.membership/' || cast($1 as text), 0))";

    private static final String COUNT_OWNERS =
            "select count(*) from membership where workspace_id = $1 and role = 'owner'";
    private static final String CHANGE_ROLE =
            "update membership set role = $3 where workspace_id = $1 and account_id = $2";
    private static final String DELETE = "delete from membership where workspace_id = $1 and account_id = $2";

    /** In the order of their accounts. */
    Uni<List<Member>> findPage(SqlConnection connection, UUID workspaceId, Cursor after, int limit) {
        var rows = after == null
                ? connection.preparedQuery(FIRST_PAGE).execute(Tuple.of(workspaceId, limit))
                : connection.preparedQuery(NEXT_PAGE).execute(Tuple.of(workspaceId, limit, after.id()));
        return rows.map(found -> found.stream().map(MemberStore::member).toList());
    }

    Uni<Void> lock(SqlConnection connection, UUID workspaceId) {
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(workspaceId.toString()))
                .replaceWithVoid();
    }

    /** Null for who is not a member. */
    Uni<Member> find(SqlConnection connection, UUID workspaceId, UUID accountId) {
        return connection
                .preparedQuery(FIND)
                .execute(Tuple.of(workspaceId, accountId))
                .map(rows -> rows.size() == 0 ? null : member(rows.iterator().next()));
    }

    Uni<Long> countOwners(SqlConnection connection, UUID workspaceId) {
        return connection
                .preparedQuery(COUNT_OWNERS)
                .execute(Tuple.of(workspaceId))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    Uni<Void> changeRole(SqlConnection connection, UUID workspaceId, UUID accountId, Role role) {
        return connection
                .preparedQuery(CHANGE_ROLE)
                .execute(Tuple.of(workspaceId, accountId, role.claim()))
                .replaceWithVoid();
    }

    /** With the sessions and proofs that hang on it. */
    Uni<Void> delete(SqlConnection connection, UUID workspaceId, UUID accountId) {
        return connection
                .preparedQuery(DELETE)
                .execute(Tuple.of(workspaceId, accountId))
                .replaceWithVoid();
    }

    private static Member member(Row row) {
        return new Member(
                row.getUUID("account_id"),
                row.getString("full_name"),
                row.getString("email"),
                Role.named(row.getString("role")).orElseThrow(),
                row.getOffsetDateTime("joined_at").toInstant());
    }
}
