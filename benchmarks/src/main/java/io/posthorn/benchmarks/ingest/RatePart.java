package io.posthorn.benchmarks.ingest;

import io.posthorn.benchmarks.ingest.WebhookMix.Webhook;
import io.posthorn.benchmarks.measure.CpuTime;
import io.posthorn.benchmarks.measure.Figures;
import io.posthorn.benchmarks.measure.Latencies;
import io.posthorn.benchmarks.measure.Machine;
import io.posthorn.benchmarks.measure.Report;
import io.posthorn.benchmarks.measure.StatementBooks;
import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.Stack;
import io.vertx.core.Vertx;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** A fixed rate of events through the gateway: how soon each webhook is on disk and answered, and when all are worked off. */
final class RatePart {
    private static final Duration WARM_UP = Duration.ofSeconds(40);
    private static final List<Part> MEASURED =
            List.of(Part.GATEWAY, Part.MESSAGING, Part.POSTGRES, Part.KAFKA, Part.REDIS, Part.ADMIN);

    private final Vertx vertx;
    private final Stack stack;
    private final Report report;
    private final int rate;
    private final int seconds;
    private final long seed;

    RatePart(Vertx vertx, Stack stack, Report report, int rate, int seconds, long seed) {
        this.vertx = vertx;
        this.stack = stack;
        this.report = report;
        this.rate = rate;
        this.seconds = seconds;
        this.seed = seed;
    }

    Figures run() throws Exception {
        warmUp();
        return measure();
    }

    /** At the same rate, with a business of its own: code is compiled, pools are open. */
    private void warmUp() throws Exception {
        report.progress("rate: warming up for %d s", WARM_UP.toSeconds());
        var business = Business.open(stack);
        int events = (int) (rate * WARM_UP.toSeconds());
        new OpenLoop(vertx, business.webhookUrl()).post(webhooks(business, events, "warm"), WARM_UP, new Latencies());
        business.drain(report);
    }

    private Figures measure() throws Exception {
        var business = Business.open(stack);
        int events = rate * seconds;
        var webhooks = webhooks(business, events, "main");
        long receivedBefore = business.received();
        long ledgerBefore = business.ledger();
        long readBefore = business.read();
        var loop = new OpenLoop(vertx, business.webhookUrl());
        var latencies = new Latencies();
        var books = new StatementBooks(stack);
        report.progress("rate: posting %d events in %d webhooks over %d s", events, webhooks.size(), seconds);
        var cpu = CpuTime.of(stack, MEASURED);
        var machine = new Machine();
        long began = System.nanoTime();
        loop.post(webhooks, Duration.ofSeconds(seconds), latencies);
        double took = (System.nanoTime() - began) / 1e9;
        double busy = machine.busyPercent();
        report.progress("rate: waiting for the journal to be worked off");
        double drain = business.drain(report);
        var used = cpu.used();
        books.print(report);
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
        return business.mix(round, seed).make(events);
    }
}
