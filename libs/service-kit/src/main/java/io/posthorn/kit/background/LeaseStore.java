package io.posthorn.kit.background;

import io.posthorn.kit.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Leases by the database's clock. A process that dies loses its leases when they run out, one that stops gives them back. */
@ApplicationScoped
public class LeaseStore {
    private static final String HOLD = """
            insert into lease as held (job, holder, epoch, expires_at)
            values ($1, $2, 1, clock_timestamp() + $3 * interval '1 millisecond')
            on conflict (job) do update set
                epoch = case when held.holder = excluded.holder then held.epoch else held.epoch + 1 end,
                holder = excluded.holder,
                expires_at = excluded.expires_at
            where held.holder = excluded.holder or held.expires_at < clock_timestamp()
            returning epoch""";
    private static final String CHECK =
            "select 1 from lease where job = $1 and holder = $2 and epoch = $3 and expires_at > clock_timestamp() for share";

    private final UUID holder = Ids.next();

    /** This process, as its leases name it. */
    public UUID holder() {
        return holder;
    }

    /** Takes or prolongs the lease; empty when another process holds it. */
    public Uni<Optional<Lease>> hold(SqlConnection connection, String job, Duration time) {
        return connection
                .preparedQuery(HOLD)
                .execute(Tuple.of(job, holder, time.toMillis()))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(new Lease(job, rows.iterator().next().getLong("epoch"))));
    }

    /** True while the lease is still ours; locks it until the transaction ends, so that it cannot change hands meanwhile. */
    public Uni<Boolean> check(SqlConnection connection, Lease lease) {
        return connection
                .preparedQuery(CHECK)
                .execute(Tuple.of(lease.job(), holder, lease.epoch()))
                .map(rows -> rows.size() == 1);
    }

    /** Gives the lease back, so that another process need not wait for its end. */
    public Uni<Void> release(SqlConnection connection, Lease lease) {
        return connection
                .preparedQuery(
                        "update lease set expires_at = '-infinity' where job = $1 and holder = $2 and epoch = $3")
                .execute(Tuple.of(lease.job(), holder, lease.epoch()))
                .replaceWithVoid();
    }
}
