package io.posthorn.benchmarks.ingest;

import io.posthorn.benchmarks.ingest.WebhookMix.Webhook;
import io.posthorn.benchmarks.measure.CpuTime;
import io.posthorn.benchmarks.measure.Figures;
import io.posthorn.benchmarks.measure.Machine;
import io.posthorn.benchmarks.measure.Report;
import io.posthorn.benchmarks.measure.StatementBooks;
import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.Stack;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What writing webhooks down costs, beside pgbench with the same statement, the same bodies and as many rows in each. Counted is,
 * on our side, all of messaging-service (HTTP, signature, insert) and all of PostgreSQL; on the other, pgbench and PostgreSQL.
 * Nobody works the journal off meanwhile.
 */
final class InsertPart {
    private static final int BODIES = 96;
    private static final int CONNECTIONS = 64;
    private static final int WARM_UP = 80_000;
    private static final int WEBHOOKS = 60_000;
    private static final double LEAST = 0.6;

    private final Vertx vertx;
    private final Stack stack;
    private final Report report;
    private final long seed;

    InsertPart(Vertx vertx, Stack stack, Report report, long seed) {
        this.vertx = vertx;
        this.stack = stack;
        this.report = report;
        this.seed = seed;
    }

    /** Empty where there is no pgbench. */
    Optional<Figures> run() throws Exception {
        var program = Pgbench.find();
        if (program.isEmpty()) {
            report.progress(
                    "insert: SKIPPED, there is no pgbench (Debian: apt install postgresql-contrib; or POSTHORN_PGBENCH)");
            return Optional.empty();
        }
        var business = Business.open(stack);
        var bodies = bodies(business);
        try (var pause = JournalPause.begin(stack)) {
            report.progress("insert: %d webhooks over %d connections, after %d", WEBHOOKS, CONNECTIONS, WARM_UP);
            var load = new ClosedLoop(vertx, business.directUrl(stack), CONNECTIONS);
            load.post(bodies, WARM_UP);
            pause.empty();
            var books = new StatementBooks(stack);
            var machine = new Machine();
            var cpu = CpuTime.of(stack, List.of(Part.MESSAGING, Part.POSTGRES));
            load.post(bodies, WEBHOOKS);
            var used = cpu.used();
            double ours = WEBHOOKS / CpuTime.sum(used);
            double rowsPerInsert = books.rowsPerCall("%insert into webhook_journal%");
            pause.empty();
            var pgbench = new Pgbench(program.get(), stack);
            int rows = Pgbench.rows(rowsPerInsert, BODIES);
            report.progress("insert: pgbench with %d rows in a statement", rows);
            var floor = pgbench.run(bodies, rows);
            pause.empty();
            return Optional.of(new Figures(
                            "insert: webhooks written down, beside pgbench with the same statement and bodies")
                    .add(
                            "bytesPerBody",
                            bodies.stream()
                                    .mapToInt(body -> body.body().length)
                                    .average()
                                    .orElseThrow())
                    .add("rowsPerInsert", rowsPerInsert)
                    .add("rowsPerInsertOfPgbench", rows)
                    .add("rowsPerCpuSecond", ours)
                    .add("rowsPerCpuSecondOfPgbench", floor.rowsPerCpuSecond())
                    .atLeast("ratioToPgbench", ours / floor.rowsPerCpuSecond(), LEAST)
                    .add("cpuMillisPerRow.messaging-service", used.get(Part.MESSAGING.label()) * 1000 / WEBHOOKS)
                    .add("cpuMillisPerRow.postgres", used.get(Part.POSTGRES.label()) * 1000 / WEBHOOKS)
                    .add("cpuMillisPerRowOfPgbench.pgbench", floor.clientMillisPerRow())
                    .add("cpuMillisPerRowOfPgbench.postgres", floor.serverMillisPerRow())
                    .atMost("notAccepted", load.notAccepted(), 0)
                    .add("machineBusyPercent", machine.busyPercent()));
        }
    }

    /** Exactly as many of each size as the mix has. */
    private List<Webhook> bodies(Business business) {
        var mix = business.mix("insert", seed);
        return IntStream.range(0, BODIES)
                .mapToObj(place -> mix.one(place % 20 == 0 ? 550 : place % 4 == 1 ? 11 : 1))
                .toList();
    }
}
