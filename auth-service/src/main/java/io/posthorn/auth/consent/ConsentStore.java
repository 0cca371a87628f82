package io.posthorn.auth.consent;

import io.posthorn.kit.paging.Cursor;
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
class ConsentStore {
    private static final String COLUMNS = """
            select c.application_id, a.name, c.scopes, c.given_at
            from consent c join application a on a.workspace_id = c.workspace_id and a.id = c.application_id
            where c.workspace_id = $1 and c.account_id = $2""";
    private static final String FIND = COLUMNS + " and c.application_id = $3";
    private static final String FIRST_PAGE = COLUMNS + " order by c.application_id desc limit $3";
    private static final String NEXT_PAGE =
            COLUMNS + " and c.application_id < $4 order by c.application_id desc limit $3";
    private static final String SAVE = """
            insert into consent (workspace_id, account_id, application_id, scopes, given_at) values ($1, $2, $3, $4, $5)
            on conflict (workspace_id, account_id, application_id)
            do update set scopes = excluded.scopes, given_at = excluded.given_at""";
    private static final String DELETE =
            "delete from consent where workspace_id = $1 and account_id = $2 and application_id = $3";

    /** Null when the person never said yes. */
    Uni<Consent> find(SqlConnection connection, UUID workspaceId, UUID accountId, UUID applicationId) {
        return connection
                .preparedQuery(FIND)
                .execute(Tuple.of(workspaceId, accountId, applicationId))
                .map(rows -> rows.size() == 0 ? null : consent(rows.iterator().next()));
    }

    Uni<List<Consent>> findPage(SqlConnection connection, UUID workspaceId, UUID accountId, Cursor after, int limit) {
        var rows = after == null
                ? connection.preparedQuery(FIRST_PAGE).execute(Tuple.of(workspaceId, accountId, limit))
                : connection.preparedQuery(NEXT_PAGE).execute(Tuple.of(workspaceId, accountId, limit, after.id()));
        return rows.map(found -> found.stream().map(ConsentStore::consent).toList());
    }

    Uni<Void> save(
            SqlConnection connection,
            UUID workspaceId,
            UUID accountId,
            UUID applicationId,
            List<String> scopes,
            Instant now) {
        return connection
                .preparedQuery(SAVE)
                .execute(Tuple.of(
                        workspaceId,
                        accountId,
                        applicationId,
                        scopes.toArray(String[]::new),
                        now.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    /** False when there was none. */
    Uni<Boolean> delete(SqlConnection connection, UUID workspaceId, UUID accountId, UUID applicationId) {
        return connection
                .preparedQuery(DELETE)
                .execute(Tuple.of(workspaceId, accountId, applicationId))
                .map(rows -> rows.rowCount() == 1);
    }

    private static Consent consent(Row row) {
        return new Consent(
                row.getUUID("application_id"),
                row.getString("name"),
                List.of(row.getArrayOfStrings("scopes")),
                row.getOffsetDateTime("given_at").toInstant());
    }
}
