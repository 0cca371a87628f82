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
            update refresh_token set sealed_answer = null
            where ctid = any (array(
                select ctid from refresh_token where sealed_answer is not null and used_at < $1
                order by used_at limit $2 for update skip locked))""";
    private static final String DELETE_TOKENS = """
            delete from refresh_token
            where ctid = any (array(
                select ctid from refresh_token where expires_at < $1
                order by expires_at limit $2 for update skip locked))""";
    private static final String DELETE_SESSIONS = """
            delete from session
            where ctid = any (array(
                select ctid from session where ends_at < $1
                order by ends_at limit $2 for update skip locked))""";

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
