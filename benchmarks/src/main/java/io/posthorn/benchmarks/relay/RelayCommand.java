package io.posthorn.benchmarks.relay;

import io.posthorn.benchmarks.measure.Figures;
import io.posthorn.benchmarks.measure.Report;
import io.posthorn.devstack.Places;
import io.posthorn.devstack.stack.Home;
import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.Progress;
import io.posthorn.devstack.stack.Stack;
import io.posthorn.devstack.stack.StackSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How soon after its commit an event is on Kafka and what that costs, beside a peer that does the same. */
@Command(
        name = "relay",
        description = "From commit to Kafka: latency, and events per CPU-second beside Namastack Outbox")
public final class RelayCommand implements Callable<Integer> {
    private static final int WARM_UP_SECONDS = 15;
    private static final long LONGEST_DRAIN_NANOS = 60_000_000_000L;

    @Mixin
    private Places places;

    @Mixin
    private Report report;

    @Option(names = "--rate", defaultValue = "2000", description = "Events per second (default: ${DEFAULT-VALUE})")
    private int rate;

    @Option(
            names = "--peer-rate",
            defaultValue = "400",
            description = "At which both are compared: one that the peer can keep up with (default: ${DEFAULT-VALUE})")
    private int peerRate;

    @Option(names = "--seconds", defaultValue = "30", description = "For so long, each (default: ${DEFAULT-VALUE})")
    private int seconds;

    @Option(
            names = "--table-size",
            defaultValue = "100000",
            description = "Published rows that are in both tables (default: ${DEFAULT-VALUE})")
    private int tableSize;

    /** What one relay did: events per second until the last one had arrived. */
    private record Run(int events, int lost, double perSecond, double p50, double p99, Map<String, Double> cpu) {
        double perCpuSecond() {
            return (events - lost)
                    / cpu.values().stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    @Override
    public Integer call() throws Exception {
        var home = places.home().resolve("bench");
        Home.startAfresh(home);
        report.progress("starting PostgreSQL, Kafka, Redis and messaging-service");
        try (var stack = Stack.started(settings(home), Progress.SILENT)) {
            var table = new OurTable(stack);
            var process = stack.process(Part.MESSAGING).orElseThrow().handle();
            report.progress("Posthorn: filling the table with %d published rows", tableSize);
            table.fill(tableSize);
            var ours = measure(stack, table, process, rate, "Posthorn");
            var slower = measure(stack, table, process, peerRate, "Posthorn");
            report.progress("a producer without any outbox");
            var floor = RawProducer.eventsPerCpuSecond(stack.stores().kafka(), table.topic(), 100_000);
            stack.kill(Part.MESSAGING);
            var theirs = measurePeer(stack);
            return report.finish(figures(ours, slower, theirs, floor));
        }
    }

    private Run measurePeer(Stack stack) throws Exception {
        report.progress("starting Namastack Outbox");
        try (var peer = Peer.start(stack, places.root())) {
            report.progress("Namastack Outbox: filling the table with %d published rows", tableSize);
            peer.table().fill(tableSize);
            // Ours has been under load for longer when it is measured at this rate; so has the peer.
            measure(stack, peer.table(), peer.handle(), peerRate, "Namastack Outbox (not counted)");
            return measure(stack, peer.table(), peer.handle(), peerRate, "Namastack Outbox");
        }
    }

    /** The relay in the service that it really runs in; its neighbours would only take processor time. */
    private StackSettings settings(Path home) {
        var all = StackSettings.onFreePorts(places.root(), home);
        return new StackSettings(
                all.installation(),
                home,
                all.ports(),
                all.outside(),
                List.of(Part.MESSAGING),
                Map.of(),
                all.startLimit());
    }

    private Run measure(Stack stack, OutboxTable table, ProcessHandle process, int perSecond, String name)
            throws Exception {
        int warmUp = perSecond * WARM_UP_SECONDS;
        int all = warmUp + perSecond * seconds;
        try (var arrivals = new Arrivals(stack.stores().kafka(), table.topic(), all, warmUp)) {
            var appenders = new Appenders(table, perSecond, arrivals::committed);
            report.progress("%s: warming up for %d s at %d events/s", name, WARM_UP_SECONDS, perSecond);
            appenders.append(0, warmUp);
            awaitCount(arrivals, warmUp);
            report.progress("%s: measuring for %d s", name, seconds);
            var cost = RelayCost.from(stack.database(), table, process);
            long began = System.nanoTime();
            int before = arrivals.count();
            appenders.append(warmUp, all);
            awaitCount(arrivals, all);
            double took = (System.nanoTime() - began) / 1e9;
            var latencies = arrivals.latencies();
            int events = all - warmUp;
            int lost = all - arrivals.count();
            return new Run(
                    events,
                    lost,
                    (arrivals.count() - before) / took,
                    latencies.millis(50),
                    latencies.millis(99),
                    cost.used());
        }
    }

    private void awaitCount(Arrivals arrivals, int wanted) throws InterruptedException {
        long began = System.nanoTime();
        while (arrivals.count() < wanted) {
            if (System.nanoTime() - began > LONGEST_DRAIN_NANOS) {
                report.progress("given up: %d events are still missing", wanted - arrivals.count());
                return;
            }
            Thread.sleep(5);
        }
    }

    private Figures figures(Run ours, Run slower, Run theirs, double floor) {
        var figures = new Figures("relay")
                .add("tableSize", tableSize)
                .add("warmUpSeconds", WARM_UP_SECONDS)
                .add("seconds", seconds)
                .add("eventsPerTransaction", Appenders.PER_TRANSACTION)
                .atLeast("eventsPerSecond", ours.perSecond(), rate * 0.98)
                .add("p50Millis", ours.p50())
                .atMost("p99Millis", ours.p99(), 50)
                .atMost("lost", ours.lost(), 0)
                .add("cpuMillisPerEvent.messaging-service", cost(ours, RelayCost.PROCESS))
                .add("cpuMillisPerEvent.postgres", cost(ours, RelayCost.DATABASE))
                .add("eventsPerCpuSecond", ours.perCpuSecond())
                .add("rawProducer.eventsPerCpuSecond", floor)
                .add("comparedAtEventsPerSecond", peerRate)
                .add("posthorn.p50Millis", slower.p50())
                .add("posthorn.p99Millis", slower.p99())
                .add("posthorn.cpuMillisPerEvent.process", cost(slower, RelayCost.PROCESS))
                .add("posthorn.cpuMillisPerEvent.postgres", cost(slower, RelayCost.DATABASE))
                .add("posthorn.eventsPerCpuSecond", slower.perCpuSecond())
                .add("namastack.eventsPerSecond", theirs.perSecond())
                .add("namastack.p50Millis", theirs.p50())
                .add("namastack.p99Millis", theirs.p99())
                .add("namastack.lost", theirs.lost())
                .add("namastack.cpuMillisPerEvent.process", cost(theirs, RelayCost.PROCESS))
                .add("namastack.cpuMillisPerEvent.postgres", cost(theirs, RelayCost.DATABASE))
                .add("namastack.eventsPerCpuSecond", theirs.perCpuSecond());
        return figures.atLeast("ratioToNamastack", slower.perCpuSecond() / theirs.perCpuSecond(), 3);
    }

    private static double cost(Run run, String what) {
        return run.cpu().get(what) * 1000 / run.events();
    }
}
