package io.posthorn.benchmarks.ingest;

import io.posthorn.benchmarks.ingest.WebhookMix.Webhook;
import io.posthorn.benchmarks.measure.CpuTime;
import io.posthorn.benchmarks.measure.Figures;
import io.posthorn.benchmarks.measure.Latencies;
import io.posthorn.benchmarks.measure.Machine;
import io.posthorn.benchmarks.measure.Report;
import io.posthorn.devstack.Places;
import io.posthorn.devstack.stack.Home;
import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.Progress;
import io.posthorn.devstack.stack.Stack;
import io.posthorn.devstack.stack.StackSettings;
import io.vertx.core.Vertx;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Webhooks at a fixed rate of events through the gateway; how soon each is on disk and answered, and when all are worked off. */
@Command(name = "ingest", description = "Webhooks at a fixed rate: latency, loss, backlog, processor time per event")
public final class IngestCommand implements Callable<Integer> {
    private static final Duration WARM_UP = Duration.ofSeconds(40);
    private static final Duration LONGEST_DRAIN = Duration.ofMinutes(5);
    private static final List<Part> MEASURED =
            List.of(Part.GATEWAY, Part.MESSAGING, Part.POSTGRES, Part.KAFKA, Part.REDIS, Part.ADMIN);

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

    @Override
    public Integer call() throws Exception {
        var home = places.home().resolve("bench");
        Home.startAfresh(home);
        report.progress("starting the stack");
        var vertx = Vertx.vertx();
        try (var stack = Stack.started(StackSettings.onFreePorts(places.root(), home), Progress.SILENT)) {
            warmUp(vertx, stack);
            return report.finish(measure(vertx, stack));
        } finally {
            vertx.close();
        }
    }

    /** At the same rate, with a business of its own: code is compiled, pools are open. */
    private void warmUp(Vertx vertx, Stack stack) throws Exception {
        report.progress("warming up for %d s", WARM_UP.toSeconds());
        var business = Business.open(stack);
        int events = (int) (rate * WARM_UP.toSeconds());
        new OpenLoop(vertx, business.webhookUrl()).post(webhooks(business, events, "warm"), WARM_UP, new Latencies());
        drain(business);
    }

    private Figures measure(Vertx vertx, Stack stack) throws Exception {
        var business = Business.open(stack);
        int events = rate * seconds;
        var webhooks = webhooks(business, events, "main");
        long receivedBefore = business.received();
        long ledgerBefore = business.ledger();
        long readBefore = business.read();
        var loop = new OpenLoop(vertx, business.webhookUrl());
        var latencies = new Latencies();
        report.progress("posting %d events in %d webhooks over %d s", events, webhooks.size(), seconds);
        var cpu = CpuTime.of(stack, MEASURED);
        var machine = new Machine();
        long began = System.nanoTime();
        loop.post(webhooks, Duration.ofSeconds(seconds), latencies);
        double took = (System.nanoTime() - began) / 1e9;
        double busy = machine.busyPercent();
        report.progress("waiting for the journal to be worked off");
        double drain = drain(business);
        var used = cpu.used();
        int sent = WebhookMix.sentMessages(events);
        long lost = events - (business.received() - receivedBefore) - (business.ledger() - ledgerBefore);
        var figures = new Figures("ingest")
                .add("events", events)
                .add("webhooks", webhooks.size())
                .add("eventsPerSecond", events / took)
                .atMost("p50Millis", latencies.millis(50), 25)
                .atMost("p99Millis", latencies.millis(99), 100)
                .atMost("notAccepted", loop.notAccepted(), 0)
                .atMost("lost", lost, 0)
                .atMost("notShownAsRead", sent - (business.read() - readBefore), 0)
                .atMost("backlogDrainSeconds", drain, 60)
                .add("machineBusyPercent", busy)
                .atLeast("eventsPerCpuSecondOfMessaging", events / used.get(Part.MESSAGING.label()), 1_400);
        used.forEach((process, time) -> figures.add("cpuMillisPerEvent." + process, time * 1000 / events));
        return figures.add("cpuMillisPerEvent", CpuTime.sum(used) * 1000 / events);
    }

    private List<Webhook> webhooks(Business business, int events, String round) throws SQLException {
        business.haveSent(WebhookMix.sentMessages(events), round);
        var world = business.world();
        return new WebhookMix(world.phoneNumberId(), world.wabaId(), world.appSecret(), round, seed).make(events);
    }

    /** Seconds until nothing is left. */
    private double drain(Business business) throws SQLException, InterruptedException {
        long began = System.nanoTime();
        while (business.backlog() > 0) {
            if (System.nanoTime() - began > LONGEST_DRAIN.toNanos()) {
                report.progress("given up: %d webhooks are still waiting", business.backlog());
                break;
            }
            Thread.sleep(100);
        }
        return (System.nanoTime() - began) / 1e9;
    }
}
