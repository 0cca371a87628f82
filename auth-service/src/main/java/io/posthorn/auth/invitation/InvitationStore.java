package io.posthorn.auth.invitation;

import io.posthorn.auth.account.EmailAddress;
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
class InvitationStore {
    private static final String COLUMNS =
            "select workspace_id, id, email, role, invited_by, created_at, expires_at from invitation where"
                    + " workspace_id = $1";
    private static final String FIND = COLUMNS + " and id = $2";
    private static final String FIND_BY_HASH = COLUMNS + " and token_hash = $2 and expires_at > $3";
    private static final String FIRST_PAGE = COLUMNS + " and expires_at > $2 order by id desc limit $3";
    private static final String NEXT_PAGE = COLUMNS + " and expires_at > $2 and id < $4 order by id desc limit $3";
    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended('auth.invitation/' || cast($1 as text), 0))";
    private static final String MAKE_ROOM =
            "delete from invitation where workspace_id = $1 and (expires_at <= $2 or email = $3)";
    private static final String COUNT = "select count(*) from invitation where workspace_id = $1";
    private static final String IS_MEMBER =
            "select exists (select 1 from account a join membership m on m.account_id = a.id where m.workspace_id = $1"
                    + " and a.email = $2)";
    private static final String INSERT = """
            insert into invitation (workspace_id, id, token_hash, email, role, invited_by, created_at, expires_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8)""";
    private static final String DELETE = "delete from invitation where workspace_id = $1 and id = $2";

    /** One at a time in a workspace, so that the count is true; what is too old goes, and an earlier one for the address. */
    Uni<Long> lockAndMakeRoom(SqlConnection connection, UUID workspaceId, EmailAddress email, Instant now) {
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(workspaceId.toString()))
                .chain(locked ->
                        connection.preparedQuery(MAKE_ROOM).execute(Tuple.of(workspaceId, utc(now), email.value())))
                .chain(made -> connection.preparedQuery(COUNT).execute(Tuple.of(workspaceId)))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    Uni<Boolean> isMember(SqlConnection connection, UUID workspaceId, EmailAddress email) {
        return connection
                .preparedQuery(IS_MEMBER)
                .execute(Tuple.of(workspaceId, email.value()))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    Uni<Void> insert(SqlConnection connection, Invitation invitation, byte[] tokenHash) {
        return connection
                .preparedQuery(INSERT)
                .execute(Tuple.tuple(Arrays.asList(
                        invitation.workspaceId(),
                        invitation.id(),
                        Buffer.buffer(tokenHash),
                        invitation.email().value(),
                        invitation.role().claim(),
                        invitation.invitedBy(),
                        utc(invitation.createdAt()),
                        utc(invitation.expiresAt()))))
                .replaceWithVoid();
    }

    /** Null when the workspace has none with this id. */
    Uni<Invitation> find(SqlConnection connection, UUID workspaceId, UUID id) {
        return connection.preparedQuery(FIND).execute(Tuple.of(workspaceId, id)).map(InvitationStore::firstOrNull);
    }

    /** Null for a code that is unknown or too old. */
    Uni<Invitation> findByHash(SqlConnection connection, UUID workspaceId, byte[] tokenHash, Instant now) {
        return connection
                .preparedQuery(FIND_BY_HASH)
                .execute(Tuple.of(workspaceId, Buffer.buffer(tokenHash), utc(now)))
                .map(InvitationStore::firstOrNull);
    }

    /** Those that can still be accepted, the newest first. */
    Uni<List<Invitation>> findPage(SqlConnection connection, UUID workspaceId, Instant now, Cursor after, int limit) {
        var rows = after == null
                ? connection.preparedQuery(FIRST_PAGE).execute(Tuple.of(workspaceId, utc(now), limit))
                : connection.preparedQuery(NEXT_PAGE).execute(Tuple.of(workspaceId, utc(now), limit, after.id()));
        return rows.map(found -> found.stream().map(InvitationStore::invitation).toList());
    }

    /** False when somebody else was faster. */
    Uni<Boolean> delete(SqlConnection connection, UUID workspaceId, UUID id) {
        return connection
                .preparedQuery(DELETE)
                .execute(Tuple.of(workspaceId, id))
                .map(rows -> rows.rowCount() == 1);
    }

    private static Invitation firstOrNull(RowSet<Row> rows) {
        return rows.size() == 0 ? null : invitation(rows.iterator().next());
    }

    private static Invitation invitation(Row row) {
        return new Invitation(
                row.getUUID("workspace_id"),
                row.getUUID("id"),
                new EmailAddress(row.getString("email")),
                Role.named(row.getString("role")).orElseThrow(),
                row.getUUID("invited_by"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("expires_at").toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
