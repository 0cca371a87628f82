package io.posthorn.auth.token;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class OperatorListStore {
    /** One change at a time, so that there is one first and one last. */
    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended('auth.operator', 0)) is null as locked";

    private static final String ALL = "select account_id from operator";
    private static final String APPOINT_FIRST = """
            insert into operator (account_id, appointed_at)
            select cast($1 as uuid), clock_timestamp() where not exists (select 1 from operator)""";
    private static final String APPOINT = """
            insert into operator (account_id, appointed_at) values ($1, clock_timestamp()) on conflict do nothing""";
    private static final String DISMISS =
            "delete from operator where account_id = $1 and (select count(*) from operator) > 1";

    Uni<Set<UUID>> all(SqlConnection connection) {
        return connection.query(ALL).execute().map(rows -> rows.stream()
                .map(row -> row.getUUID("account_id"))
                .collect(Collectors.toUnmodifiableSet()));
    }

    Uni<Boolean> appointFirst(SqlConnection connection, UUID accountId) {
        return changed(connection, APPOINT_FIRST, accountId);
    }

    Uni<Void> appoint(SqlConnection connection, UUID accountId) {
        return changed(connection, APPOINT, accountId).replaceWithVoid();
    }

    Uni<Boolean> dismiss(SqlConnection connection, UUID accountId) {
        return changed(connection, DISMISS, accountId);
    }

    private static Uni<Boolean> changed(SqlConnection connection, String statement, UUID accountId) {
        return connection
                .query(LOCK)
                .execute()
                .chain(locked -> connection.preparedQuery(statement).execute(Tuple.of(accountId)))
                .map(rows -> rows.rowCount() == 1);
    }
}
