package io.posthorn.auth.grant;

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
class GrantStore {
    private static final String INSERT = """
            insert into application_grant (workspace_id, id, application_id, account_id, scopes, logged_in_at, started_at, ends_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8)""";
    private static final String INSERT_CODE = """
            insert into authorization_code (workspace_id, code_hash, grant_id, redirect_uri, challenge, nonce, expires_at)
            values ($1, $2, $3, $4, $5, $6, $7)""";
    private static final String FIND = """
            select workspace_id, id, application_id, account_id, scopes, logged_in_at, started_at, ends_at, revoked_at
            from application_grant where workspace_id = $1""";
    private static final String FIND_GRANT = FIND + " and id = $2";
    /** Locks the family. Its code or token is read by the next statement, which then sees what the one before us committed. */
    private static final String LOCK_BY_CODE = FIND + """
             and id = (select c.grant_id from authorization_code c where c.workspace_id = $1 and c.code_hash = $2)
            for update""";

    private static final String LOCK_BY_TOKEN = FIND + """
             and id = (select t.grant_id from grant_token t where t.workspace_id = $1 and t.token_hash = $2)
            for update""";
    private static final String LOCK_LIVE = FIND + """
             and account_id = $2 and application_id = $3 and revoked_at is null and ends_at > $4
            order by id for update""";
    private static final String LOCK_LIVE_OF = FIND + """
             and account_id = $2 and revoked_at is null and ends_at > $3
            order by id for update""";
    private static final String FIND_CODE = """
            select redirect_uri, challenge, nonce, expires_at, used_at from authorization_code
            where workspace_id = $1 and code_hash = $2""";
    private static final String FIND_TOKEN =
            "select expires_at, used_at from grant_token where workspace_id = $1 and token_hash = $2";
    private static final String REDEEM = """
            with redeemed as (
                update application_grant set ends_at = $4 where workspace_id = $1 and id = $2)
            update authorization_code set used_at = $5 where workspace_id = $1 and code_hash = $3""";
    private static final String INSERT_TOKEN =
            "insert into grant_token (workspace_id, token_hash, grant_id, expires_at) values ($1, $2, $3, $4)";
    private static final String ROTATE = """
            with used as (
                update grant_token set used_at = $3 where workspace_id = $1 and token_hash = $2)
            insert into grant_token (workspace_id, token_hash, grant_id, expires_at) values ($1, $4, $5, $6)""";
    private static final String REVOKE = """
            update application_grant set revoked_at = $3, revoke_reason = $4
            where workspace_id = $1 and id = any($2) and revoked_at is null""";

    Uni<Void> insert(SqlConnection connection, Grant grant) {
        return connection
                .preparedQuery(INSERT)
                .execute(Tuple.from(List.of(
                        grant.workspaceId(),
                        grant.id(),
                        grant.applicationId(),
                        grant.accountId(),
                        grant.scopes().toArray(String[]::new),
                        utc(grant.loggedInAt()),
                        utc(grant.startedAt()),
                        utc(grant.endsAt()))))
                .replaceWithVoid();
    }

    Uni<Void> insertCode(SqlConnection connection, Grant grant, OpaqueToken code, StoredCode stored) {
        return connection
                .preparedQuery(INSERT_CODE)
                .execute(Tuple.tuple(Arrays.asList(
                        grant.workspaceId(),
                        Buffer.buffer(code.hash()),
                        grant.id(),
                        stored.redirectUri(),
                        stored.challenge(),
                        stored.nonce(),
                        utc(stored.expiresAt()))))
                .replaceWithVoid();
    }

    /** Null when there is none in the workspace. */
    Uni<Grant> find(SqlConnection connection, UUID workspaceId, UUID id) {
        return connection
                .preparedQuery(FIND_GRANT)
                .execute(Tuple.of(workspaceId, id))
                .map(GrantStore::one);
    }

    /** The grant of a code, locked until the transaction ends; null for a code that we do not know. */
    Uni<Grant> lockByCode(SqlConnection connection, OpaqueToken code) {
        return lock(connection, LOCK_BY_CODE, code);
    }

    Uni<Grant> lockByToken(SqlConnection connection, OpaqueToken token) {
        return lock(connection, LOCK_BY_TOKEN, token);
    }

    /** Those that a person gave an application and that still live, in the order of their ids. */
    Uni<List<Grant>> lockLive(
            SqlConnection connection, UUID workspaceId, UUID accountId, UUID applicationId, Instant now) {
        return connection
                .preparedQuery(LOCK_LIVE)
                .execute(Tuple.of(workspaceId, accountId, applicationId, utc(now)))
                .map(rows -> rows.stream().map(GrantStore::grant).toList());
    }

    Uni<List<Grant>> lockLiveOf(SqlConnection connection, UUID workspaceId, UUID accountId, Instant now) {
        return connection
                .preparedQuery(LOCK_LIVE_OF)
                .execute(Tuple.of(workspaceId, accountId, utc(now)))
                .map(rows -> rows.stream().map(GrantStore::grant).toList());
    }

    Uni<StoredCode> findCode(SqlConnection connection, OpaqueToken code) {
        return find(connection, FIND_CODE, code)
                .map(row -> new StoredCode(
                        row.getString("redirect_uri"),
                        row.getString("challenge"),
                        row.getString("nonce"),
                        instant(row, "expires_at"),
                        instant(row, "used_at")));
    }

    Uni<StoredGrantToken> findToken(SqlConnection connection, OpaqueToken token) {
        return find(connection, FIND_TOKEN, token)
                .map(row -> new StoredGrantToken(instant(row, "expires_at"), instant(row, "used_at")));
    }

    /** The code is used up, and the grant lives on beyond it. */
    Uni<Void> redeem(SqlConnection connection, Grant grant, OpaqueToken code, Instant endsAt, Instant now) {
        return connection
                .preparedQuery(REDEEM)
                .execute(Tuple.of(grant.workspaceId(), grant.id(), Buffer.buffer(code.hash()), utc(endsAt), utc(now)))
                .replaceWithVoid();
    }

    Uni<Void> insertToken(SqlConnection connection, Grant grant, OpaqueToken token, Instant expiresAt) {
        return connection
                .preparedQuery(INSERT_TOKEN)
                .execute(Tuple.of(grant.workspaceId(), Buffer.buffer(token.hash()), grant.id(), utc(expiresAt)))
                .replaceWithVoid();
    }

    Uni<Void> rotate(
            SqlConnection connection,
            Grant grant,
            OpaqueToken used,
            OpaqueToken successor,
            Instant expiresAt,
            Instant now) {
        return connection
                .preparedQuery(ROTATE)
                .execute(Tuple.from(List.of(
                        grant.workspaceId(),
                        Buffer.buffer(used.hash()),
                        utc(now),
                        Buffer.buffer(successor.hash()),
                        grant.id(),
                        utc(expiresAt))))
                .replaceWithVoid();
    }

    /** Of one workspace. */
    Uni<Void> revoke(SqlConnection connection, List<Grant> grants, GrantEnd reason, Instant now) {
        return connection
                .preparedQuery(REVOKE)
                .execute(Tuple.of(
                        grants.getFirst().workspaceId(),
                        grants.stream().map(Grant::id).toArray(UUID[]::new),
                        utc(now),
                        reason.word()))
                .replaceWithVoid();
    }

    private static Uni<Grant> lock(SqlConnection connection, String statement, OpaqueToken token) {
        return connection
                .preparedQuery(statement)
                .execute(Tuple.of(token.workspaceId(), Buffer.buffer(token.hash())))
                .map(GrantStore::one);
    }

    private static Uni<Row> find(SqlConnection connection, String statement, OpaqueToken token) {
        return connection
                .preparedQuery(statement)
                .execute(Tuple.of(token.workspaceId(), Buffer.buffer(token.hash())))
                .map(rows -> rows.iterator().next());
    }

    private static Grant one(RowSet<Row> rows) {
        return rows.size() == 0 ? null : grant(rows.iterator().next());
    }

    private static Grant grant(Row row) {
        return new Grant(
                row.getUUID("workspace_id"),
                row.getUUID("id"),
                row.getUUID("application_id"),
                row.getUUID("account_id"),
                List.of(row.getArrayOfStrings("scopes")),
                instant(row, "logged_in_at"),
                instant(row, "started_at"),
                instant(row, "ends_at"),
                instant(row, "revoked_at"));
    }

    private static Instant instant(Row row, String column) {
        var at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
