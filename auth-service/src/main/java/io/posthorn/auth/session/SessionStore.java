package io.posthorn.auth.session;

import io.posthorn.auth.visitor.Visitor;
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
class SessionStore {
    /** Whoever is being removed at this moment starts none. */
    private static final String INSERT = """
            insert into session (workspace_id, id, account_id, started_at, last_used_at, ends_at, address, device)
            select m.workspace_id, $2, m.account_id, $4, $4, $5, $6, $7 from membership m
            where m.workspace_id = $1 and m.account_id = $3 for key share""";

    private static final String INSERT_TOKEN = """
            insert into refresh_token (workspace_id, token_hash, session_id, expires_at) values ($1, $2, $3, $4)""";
    private static final String FIND =
            "select workspace_id, id, account_id, started_at, ends_at, revoked_at from session ";
    private static final String FIND_SESSION = FIND + "where workspace_id = $1 and id = $2";
    /** Locks the family. Its token is read by the next statement, which then sees what the one before us committed. */
    private static final String LOCK_FAMILY = FIND + """
            where workspace_id = $1
              and id = (select t.session_id from refresh_token t where t.workspace_id = $1 and t.token_hash = $2)
            for update""";

    private static final String FIND_TOKEN = """
            select expires_at, used_at, sealed_answer from refresh_token where workspace_id = $1 and token_hash = $2""";
    /** One round trip: uses up one token, stores its answer and its successor, and marks the session as used. */
    private static final String ROTATE = """
            with used as (
                update refresh_token set used_at = $4, sealed_answer = $5 where workspace_id = $1 and token_hash = $3),
            touched as (
                update session set last_used_at = $4, address = coalesce($8, address)
                where workspace_id = $1 and id = $2)
            insert into refresh_token (workspace_id, token_hash, session_id, expires_at) values ($1, $6, $2, $7)""";

    private static final String REVOKE = """
            update session set revoked_at = $3, revoke_reason = $4
            where workspace_id = $1 and id = any($2) and revoked_at is null
            returning workspace_id, id, account_id, started_at, ends_at, revoked_at""";
    /** In the order of their ids, so that two who end the same sessions never wait for each other in a circle. */
    private static final String LOCK_LIVE = FIND + """
            where workspace_id = $1 and account_id = $2 and revoked_at is null and ends_at > $3
            order by id for update""";

    /** False when the account is no member of the workspace. */
    Uni<Boolean> insert(
            SqlConnection connection, Session session, Visitor visitor, RefreshToken first, Instant expiresAt) {
        return connection
                .preparedQuery(INSERT)
                .execute(Tuple.tuple(Arrays.asList(
                        session.workspaceId(),
                        session.id(),
                        session.accountId(),
                        utc(session.startedAt()),
                        utc(session.endsAt()),
                        visitor.address(),
                        visitor.device())))
                .chain(inserted -> inserted.rowCount() == 0
                        ? Uni.createFrom().item(false)
                        : connection
                                .preparedQuery(INSERT_TOKEN)
                                .execute(Tuple.of(
                                        session.workspaceId(),
                                        Buffer.buffer(first.hash()),
                                        session.id(),
                                        utc(expiresAt)))
                                .replaceWith(true));
    }

    /** Null when there is none in the workspace. */
    Uni<Session> find(SqlConnection connection, UUID workspaceId, UUID sessionId) {
        return connection
                .preparedQuery(FIND_SESSION)
                .execute(Tuple.of(workspaceId, sessionId))
                .map(rows -> rows.size() == 0 ? null : session(rows.iterator().next()));
    }

    /** The session of a token, locked until the transaction ends; null for a token that we do not know. */
    Uni<Session> lockFamily(SqlConnection connection, RefreshToken token) {
        return connection
                .preparedQuery(LOCK_FAMILY)
                .execute(Tuple.of(token.workspaceId(), Buffer.buffer(token.hash())))
                .map(rows -> rows.size() == 0 ? null : session(rows.iterator().next()));
    }

    Uni<StoredToken> findToken(SqlConnection connection, RefreshToken token) {
        return connection
                .preparedQuery(FIND_TOKEN)
                .execute(Tuple.of(token.workspaceId(), Buffer.buffer(token.hash())))
                .map(rows -> storedToken(rows.iterator().next()));
    }

    Uni<Void> rotate(SqlConnection connection, Session session, Rotation rotation) {
        return connection
                .preparedQuery(ROTATE)
                .execute(Tuple.tuple(Arrays.asList(
                        session.workspaceId(),
                        session.id(),
                        Buffer.buffer(rotation.used().hash()),
                        utc(rotation.at()),
                        Buffer.buffer(rotation.sealedAnswer()),
                        Buffer.buffer(rotation.successor().hash()),
                        utc(rotation.expiresAt()),
                        rotation.address())))
                .replaceWithVoid();
    }

    /** The sessions that an account can still use, locked until the transaction ends. */
    Uni<List<Session>> lockLive(SqlConnection connection, UUID workspaceId, UUID accountId, Instant now) {
        return connection
                .preparedQuery(LOCK_LIVE)
                .execute(Tuple.of(workspaceId, accountId, utc(now)))
                .map(SessionStore::sessions);
    }

    /** Those of one workspace's sessions that were not revoked before. */
    Uni<List<Session>> revoke(SqlConnection connection, List<Session> sessions, RevokeReason reason, Instant now) {
        if (sessions.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var ids = sessions.stream().map(Session::id).toArray(UUID[]::new);
        return connection
                .preparedQuery(REVOKE)
                .execute(Tuple.of(sessions.getFirst().workspaceId(), ids, utc(now), reason.word()))
                .map(SessionStore::sessions);
    }

    private static List<Session> sessions(RowSet<Row> rows) {
        return rows.stream().map(SessionStore::session).toList();
    }

    private static Session session(Row row) {
        return new Session(
                row.getUUID("workspace_id"),
                row.getUUID("id"),
                row.getUUID("account_id"),
                instant(row, "started_at"),
                instant(row, "ends_at"),
                instant(row, "revoked_at"));
    }

    private static StoredToken storedToken(Row row) {
        var sealed = row.getBuffer("sealed_answer");
        return new StoredToken(
                instant(row, "expires_at"), instant(row, "used_at"), sealed == null ? null : sealed.getBytes());
    }

    private static Instant instant(Row row, String column) {
        var at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
