package io.posthorn.kit.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.posthorn.kit.background.Background;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Measures how far the relay is behind, whichever process it runs in: how many events wait, how old the first is, and since
 * when the oldest transaction of the database has been open, which is what can hold it up.
 */
@Startup
@ApplicationScoped
class OutboxWatch {
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final String LOOK = """
            select coalesce((select sequence from outbox order by sequence desc limit 1), 0) - position.sequence as lag,
                   extract(epoch from clock_timestamp() - (
                       select occurred_at from outbox where sequence > position.sequence order by sequence limit 1))
                       ::float8 as age,
                   pg_snapshot_xmin(pg_current_snapshot())::text::bigint as xmin,
                   pg_snapshot_xmax(pg_current_snapshot())::text::bigint as xmax
            from outbox_position position""";

    private final WorkerTransaction worker;
    private final Clock clock;
    private volatile double lag;
    private volatile double age;
    private volatile double horizonAge;
    private long horizon;
    private Instant horizonSince = Instant.MAX;

    OutboxWatch(WorkerTransaction worker, Clock clock, Background background, MeterRegistry meters) {
        this.worker = worker;
        this.clock = clock;
        background.loop("outbox-watch", () -> look().replaceWith(EVERY));
        gauge(meters, "posthorn.outbox.lag", "events", "Events that wait to be published", () -> lag);
        gauge(meters, "posthorn.outbox.age", "seconds", "Age of the first event that waits", () -> age);
        gauge(
                meters,
                "posthorn.outbox.horizon.age",
                "seconds",
                "How long the oldest transaction that writes has been open",
                () -> horizonAge);
    }

    Uni<Void> look() {
        return worker.statement(OutboxWatch::read).invoke(this::note).replaceWithVoid();
    }

    private static Uni<Row> read(SqlConnection connection) {
        return connection.preparedQuery(LOOK).execute().map(rows -> rows.iterator()
                .next());
    }

    private void note(Row row) {
        var first = row.getDouble("age");
        age = first == null ? 0 : first;
        lag = first == null ? 0 : row.getLong("lag");
        noteHorizon(row.getLong("xmin"), row.getLong("xmax"));
    }

    /** Who is not a superuser cannot see when others' transactions began; but can see that one is still there. */
    private void noteHorizon(long xmin, long xmax) {
        var isOpen = xmin < xmax;
        if (!isOpen || xmin != horizon) {
            horizon = xmin;
            horizonSince = clock.instant();
        }
        horizonAge = isOpen ? Duration.between(horizonSince, clock.instant()).toMillis() / 1000.0 : 0;
    }

    private static void gauge(MeterRegistry meters, String name, String unit, String says, Supplier<Number> value) {
        Gauge.builder(name, value).baseUnit(unit).description(says).register(meters);
    }
}
