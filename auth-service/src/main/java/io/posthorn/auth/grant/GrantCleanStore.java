package io.posthorn.auth.grant;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;

/** Removes what nobody can use any more, a batch at a time; replicas that clean at once skip each other's rows. */
@ApplicationScoped
class GrantCleanStore {
    static final int BATCH = 1000;

    private static final String DELETE = """
            delete from application_grant
            where ctid = any (array(
                select ctid from application_grant where ends_at < $1
                order by ends_at limit $2 for update skip locked))""";

    /** Says how many there were. */
    Uni<Integer> deleteEndedBefore(SqlConnection connection, Instant moment) {
        return connection
                .preparedQuery(DELETE)
                .execute(Tuple.of(moment.atOffset(ZoneOffset.UTC), BATCH))
                .map(rows -> rows.rowCount());
    }
}
