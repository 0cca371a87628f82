package io.posthorn.auth.application;

import io.posthorn.kit.caller.Role;
import io.posthorn.kit.paging.Cursor;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class ApplicationStore {
    private static final String COLUMNS = """
            select workspace_id, id, name, confidential, redirect_uris, grant_types, scopes, role, previous_secret_until,
                created_by, created_at
            from application where workspace_id = $1""";
    private static final String FIND = COLUMNS + " and id = $2";
    private static final String FIRST_PAGE = COLUMNS + " order by id desc limit $2";
    private static final String NEXT_PAGE = COLUMNS + " and id < $3 order by id desc limit $2";
    /** One at a time in a workspace, so that the count that follows is true. */
    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended('auth.application/' || cast($1 as text), 0))";

    private static final String COUNT = "select count(*) from application where workspace_id = $1";
    private static final String INSERT = """
            insert into application (workspace_id, id, name, confidential, redirect_uris, grant_types, scopes, role, created_by,
                created_at, secret_hash)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)""";
    /** Requests cannot read a hash: the one that goes is found by the function that looks applications up. */
    private static final String EXCHANGE_SECRET = """
            update application
            set previous_secret_hash = (select f.secret_hash from find_application($2) f), previous_secret_until = $4,
                secret_hash = $3
            where workspace_id = $1 and id = $2""";

    private static final String DELETE = "delete from application where workspace_id = $1 and id = $2";

    Uni<Long> lockAndCount(SqlConnection connection, UUID workspaceId) {
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(workspaceId.toString()))
                .chain(locked -> connection.preparedQuery(COUNT).execute(Tuple.of(workspaceId)))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** @param secretHash null for a public application */
    Uni<Void> insert(SqlConnection connection, Application application, byte[] secretHash) {
        return connection
                .preparedQuery(INSERT)
                .execute(Tuple.tuple(Arrays.asList(
                        application.workspaceId(),
                        application.id(),
                        application.name(),
                        application.confidential(),
                        application.redirectUris().toArray(String[]::new),
                        application.grantTypes().stream().map(GrantType::word).toArray(String[]::new),
                        application.scopes().toArray(String[]::new),
                        application.role().claim(),
                        application.createdBy(),
                        utc(application.createdAt()),
                        secretHash == null ? null : Buffer.buffer(secretHash))))
                .replaceWithVoid();
    }

    /** Null when the workspace has none with this id. */
    Uni<Application> find(SqlConnection connection, UUID workspaceId, UUID id) {
        return connection
                .preparedQuery(FIND)
                .execute(Tuple.of(workspaceId, id))
                .map(rows ->
                        rows.size() == 0 ? null : application(rows.iterator().next()));
    }

    /** The newest first. */
    Uni<List<Application>> findPage(SqlConnection connection, UUID workspaceId, Cursor after, int limit) {
        var rows = after == null
                ? connection.preparedQuery(FIRST_PAGE).execute(Tuple.of(workspaceId, limit))
                : connection.preparedQuery(NEXT_PAGE).execute(Tuple.of(workspaceId, limit, after.id()));
        return rows.map(
                found -> found.stream().map(ApplicationStore::application).toList());
    }

    Uni<Void> exchangeSecret(
            SqlConnection connection, UUID workspaceId, UUID id, byte[] secretHash, Instant previousUntil) {
        return connection
                .preparedQuery(EXCHANGE_SECRET)
                .execute(Tuple.of(workspaceId, id, Buffer.buffer(secretHash), utc(previousUntil)))
                .replaceWithVoid();
    }

    /** With everything that it was granted. */
    Uni<Void> delete(SqlConnection connection, UUID workspaceId, UUID id) {
        return connection
                .preparedQuery(DELETE)
                .execute(Tuple.of(workspaceId, id))
                .replaceWithVoid();
    }

    static Application application(Row row) {
        return new Application(
                row.getUUID("workspace_id"),
                row.getUUID("id"),
                row.getString("name"),
                row.getBoolean("confidential"),
                List.of(row.getArrayOfStrings("redirect_uris")),
                Arrays.stream(row.getArrayOfStrings("grant_types"))
                        .map(word -> GrantType.named(word).orElseThrow())
                        .toList(),
                List.of(row.getArrayOfStrings("scopes")),
                Role.named(row.getString("role")).orElseThrow(),
                instant(row, "previous_secret_until"),
                row.getUUID("created_by"),
                instant(row, "created_at"));
    }

    private static Instant instant(Row row, String column) {
        var at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
