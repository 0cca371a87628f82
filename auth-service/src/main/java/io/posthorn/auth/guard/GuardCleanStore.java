package io.posthorn.auth.guard;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;

@ApplicationScoped
class GuardCleanStore {
    static final int BATCH = 1000;
    private static final String CLEAN = """
            delete from login_guard
            where ctid = any (array(
                select ctid from login_guard where failed_at < $1 and (known_until is null or known_until < $2)
                order by failed_at limit $3 for update skip locked))""";

    /** Says how many there were. */
    Uni<Integer> clean(SqlConnection connection, Instant failedBefore, Instant now) {
        return connection
                .preparedQuery(CLEAN)
                .execute(Tuple.of(failedBefore.atOffset(ZoneOffset.UTC), now.atOffset(ZoneOffset.UTC), BATCH))
                .map(rows -> rows.rowCount());
    }
}
