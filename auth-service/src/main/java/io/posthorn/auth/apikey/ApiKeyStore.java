package io.posthorn.auth.apikey;

import io.posthorn.kit.caller.Role;
import io.posthorn.kit.paging.Cursor;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
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
class ApiKeyStore {
    private static final String COLUMNS = """
            select workspace_id, id, account_id, name, role, scopes, addresses, created_at, expires_at, revoked_at,
                last_used_at, last_used_address
            from api_key where workspace_id = $1""";
    private static final String FIND = COLUMNS + " and id = $2";
    private static final String FIRST_PAGE = COLUMNS + " order by id desc limit $2";
    private static final String NEXT_PAGE = COLUMNS + " and id < $3 order by id desc limit $2";
    /** One at a time in a workspace, so that the count that follows is true. */
    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended('auth.api_key/' || cast($1 as text), 0))";

    private static final String COUNT_LIVE = """
            select count(*) from api_key
            where workspace_id = $1 and revoked_at is null and (expires_at is null or expires_at > $2)""";
    private static final String INSERT = """
            insert into api_key (workspace_id, id, account_id, name, role, scopes, addresses, created_at, expires_at,
                secret_hash)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)""";
    private static final String REVOKE_ALL = """
            update api_key set revoked_at = $3
            where workspace_id = $1 and account_id = $2 and revoked_at is null
            returning id""";
    private static final String EXCHANGE_SECRET = """
            update api_key
            set previous_secret_hash = (select f.secret_hash from find_api_key($2) f), previous_secret_until = $4, secret_hash = $3
            where workspace_id = $1 and id = $2 and revoked_at is null and (expires_at is null or expires_at > $5)""";
    private static final String REVOKE = """
            update api_key set revoked_at = $3 where workspace_id = $1 and id = $2 and revoked_at is null""";

    /** Those that were not revoked before. */
    Uni<List<UUID>> revokeAllOf(SqlConnection connection, UUID workspaceId, UUID accountId, Instant now) {
        return connection
                .preparedQuery(REVOKE_ALL)
                .execute(Tuple.of(workspaceId, accountId, utc(now)))
                .map(rows -> rows.stream().map(row -> row.getUUID("id")).toList());
    }

    Uni<Long> lockAndCountLive(SqlConnection connection, UUID workspaceId, Instant now) {
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(workspaceId.toString()))
                .chain(locked -> connection.preparedQuery(COUNT_LIVE).execute(Tuple.of(workspaceId, utc(now))))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    Uni<Void> insert(SqlConnection connection, ApiKey key, byte[] secretHash) {
        return connection
                .preparedQuery(INSERT)
                .execute(Tuple.tuple(Arrays.asList(
                        key.workspaceId(),
                        key.id(),
                        key.accountId(),
                        key.name(),
                        key.role().claim(),
                        key.scopes().toArray(String[]::new),
                        key.addresses().toArray(String[]::new),
                        utc(key.createdAt()),
                        utc(key.expiresAt()),
                        Buffer.buffer(secretHash))))
                .replaceWithVoid();
    }

    /** Null when the workspace has none with this id. */
    Uni<ApiKey> find(SqlConnection connection, UUID workspaceId, UUID id) {
        return connection
                .preparedQuery(FIND)
                .execute(Tuple.of(workspaceId, id))
                .map(rows -> rows.size() == 0 ? null : key(rows.iterator().next()));
    }

    /** The newest first. */
    Uni<List<ApiKey>> findPage(SqlConnection connection, UUID workspaceId, Cursor after, int limit) {
        var rows = after == null
                ? connection.preparedQuery(FIRST_PAGE).execute(Tuple.of(workspaceId, limit))
                : connection.preparedQuery(NEXT_PAGE).execute(Tuple.of(workspaceId, limit, after.id()));
        return rows.map(ApiKeyStore::keys);
    }

    /** False when it is not live. */
    Uni<Boolean> exchangeSecret(
            SqlConnection connection, ApiKey key, byte[] secretHash, Instant previousUntil, Instant now) {
        return connection
                .preparedQuery(EXCHANGE_SECRET)
                .execute(Tuple.of(key.workspaceId(), key.id(), Buffer.buffer(secretHash), utc(previousUntil), utc(now)))
                .map(rows -> rows.rowCount() == 1);
    }

    /** False when it was revoked before. */
    Uni<Boolean> revoke(SqlConnection connection, UUID workspaceId, UUID id, Instant now) {
        return connection
                .preparedQuery(REVOKE)
                .execute(Tuple.of(workspaceId, id, utc(now)))
                .map(rows -> rows.rowCount() == 1);
    }

    private static List<ApiKey> keys(RowSet<Row> rows) {
        return rows.stream().map(ApiKeyStore::key).toList();
    }

    private static ApiKey key(Row row) {
        return new ApiKey(
                row.getUUID("workspace_id"),
                row.getUUID("id"),
                row.getUUID("account_id"),
                row.getString("name"),
                Role.named(row.getString("role")).orElseThrow(),
                List.of(row.getArrayOfStrings("scopes")),
                List.of(row.getArrayOfStrings("addresses")),
                instant(row, "created_at"),
                instant(row, "expires_at"),
                instant(row, "revoked_at"),
                instant(row, "last_used_at"),
                row.getString("last_used_address"));
    }

    private static Instant instant(Row row, String column) {
        var at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
