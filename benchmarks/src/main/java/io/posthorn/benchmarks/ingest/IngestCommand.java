package io.posthorn.benchmarks.ingest;

import io.posthorn.benchmarks.measure.Figures;
import io.posthorn.benchmarks.measure.Report;
import io.posthorn.devstack.Places;
import io.posthorn.devstack.stack.Home;
import io.posthorn.devstack.stack.Progress;
import io.posthorn.devstack.stack.Stack;
import io.posthorn.devstack.stack.StackSettings;
import io.vertx.core.Vertx;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Webhooks at a fixed rate of events through the gateway; and, in the same run, what their insert and their batches are worth. */
@Command(name = "ingest", description = "Webhooks at a fixed rate: latency, loss, backlog, processor time per event")
public final class IngestCommand implements Callable<Integer> {
    /** In the order in which they run. */
    enum Subject {
        rate,
        insert,
        batching
    }

    @Mixin
    private Places places;

    @Mixin
    private Report report;

    @Option(names = "--rate", defaultValue = "4000", description = "Events per second (default: ${DEFAULT-VALUE})")
    private int rate;

    @Option(names = "--seconds", defaultValue = "60", description = "For so long (default: ${DEFAULT-VALUE})")
    private int seconds;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Of the webhooks' sizes and order (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--only",
            split = ",",
            description = "Some of ${COMPLETION-CANDIDATES} (default: all, some 6 minutes)")
    private Set<Subject> only = EnumSet.allOf(Subject.class);

    @Override
    public Integer call() throws Exception {
        var home = places.home().resolve("bench");
        Home.startAfresh(home);
        report.progress("starting the stack");
        var vertx = Vertx.vertx();
        try (var stack = Stack.started(StackSettings.onFreePorts(places.root(), home), Progress.SILENT)) {
            return report.finish(run(vertx, stack));
        } finally {
            vertx.close();
        }
    }

    private Figures run(Vertx vertx, Stack stack) throws Exception {
        var figures = only.contains(Subject.rate)
                ? report.known(new RatePart(vertx, stack, report, rate, seconds, seed).run())
                : new Figures("ingest");
        if (only.contains(Subject.insert)) {
            new InsertPart(vertx, stack, report, seed)
                    .run()
                    .ifPresent(part -> figures.part("insert", report.known(part)));
        }
        if (only.contains(Subject.batching)) {
            figures.part("batching", report.known(new BatchingPart(vertx, stack, report, seed).run()));
        }
        return figures;
    }
}
