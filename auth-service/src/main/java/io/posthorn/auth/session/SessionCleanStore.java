package io.posthorn.auth.session;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;

/** Removes what nobody can use any more, a batch at a time; replicas that clean at once skip each other's rows. */
@ApplicationScoped
class SessionCleanStore {
    static final int BATCH = 1000;

    private static final String FORGET_ANSWERS = """
            with o as materialized (
                select workspace_id, token_hash from refresh_token
                where sealed_answer is not null and used_at < $1
                order by used_at limit $2 for update skip locked)
            update refresh_token t set sealed_answer = null from o
            where t.workspace_id = o.workspace_id and t.token_hash = o.token_hash""";
    private static final String DELETE_TOKENS = """
            with o as materialized (
                select workspace_id, token_hash from refresh_token where expires_at < $1
                order by expires_at limit $2 for update skip locked)
            delete from refresh_token t using o
            where t.workspace_id = o.workspace_id and t.token_hash = o.token_hash""";
    private static final String DELETE_SESSIONS = """
            with o as materialized (
                select workspace_id, id from session where ends_at < $1
                order by ends_at limit $2 for update skip locked)
            delete from session s using o
            where s.workspace_id = o.workspace_id and s.id = o.id""";

    /** Says how many answers were forgotten. */
    Uni<Integer> forgetAnswersBefore(SqlConnection connection, Instant used) {
        return clean(connection, FORGET_ANSWERS, used);
    }

    Uni<Integer> deleteTokensExpiredBefore(SqlConnection connection, Instant moment) {
        return clean(connection, DELETE_TOKENS, moment);
    }

    /** With the tokens that they still have. */
    Uni<Integer> deleteSessionsEndedBefore(SqlConnection connection, Instant moment) {
        return clean(connection, DELETE_SESSIONS, moment);
    }

    private static Uni<Integer> clean(SqlConnection connection, String statement, Instant before) {
        return connection
                .preparedQuery(statement)
                .execute(Tuple.of(before.atOffset(ZoneOffset.UTC), BATCH))
                .map(rows -> rows.rowCount());
    }
}
