package io.posthorn.auth.impersonation;

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
class ImpersonationStore {
    private static final String INSERT = """
            insert into impersonation (workspace_id, id, account_id, operator_id, reason, started_at, ends_at)
            values ($1, $2, $3, $4, $5, $6, $7)""";
    private static final String FIND_LIVE = """
            select workspace_id, id, account_id, operator_id, reason, started_at, ends_at from impersonation
            where workspace_id = $1 and id = $2 and operator_id = $3 and ends_at > $4 for update""";
    private static final String END = "update impersonation set ends_at = $3 where workspace_id = $1 and id = $2";

    Uni<Void> insert(SqlConnection connection, Impersonation impersonation) {
        return connection
                .preparedQuery(INSERT)
                .execute(Tuple.from(List.of(
                        impersonation.workspaceId(),
                        impersonation.id(),
                        impersonation.accountId(),
                        impersonation.operatorId(),
                        impersonation.reason(),
                        impersonation.startedAt().atOffset(ZoneOffset.UTC),
                        impersonation.endsAt().atOffset(ZoneOffset.UTC))))
                .replaceWithVoid();
    }

    /** Null when the operator has none of this id, or not any more. */
    Uni<Impersonation> lockLive(SqlConnection connection, UUID workspaceId, UUID id, UUID operatorId, Instant now) {
        return connection
                .preparedQuery(FIND_LIVE)
                .execute(Tuple.of(workspaceId, id, operatorId, now.atOffset(ZoneOffset.UTC)))
                .map(rows ->
                        rows.size() == 0 ? null : impersonation(rows.iterator().next()));
    }

    Uni<Void> end(SqlConnection connection, Impersonation impersonation, Instant now) {
        return connection
                .preparedQuery(END)
                .execute(Tuple.of(impersonation.workspaceId(), impersonation.id(), now.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private static Impersonation impersonation(Row row) {
        return new Impersonation(
                row.getUUID("workspace_id"),
                row.getUUID("id"),
                row.getUUID("account_id"),
                row.getUUID("operator_id"),
                row.getString("reason"),
                row.getOffsetDateTime("started_at").toInstant(),
                row.getOffsetDateTime("ends_at").toInstant());
    }
}
