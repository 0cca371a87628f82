package io.posthorn.benchmarks.ingest;

import io.posthorn.benchmarks.ingest.WebhookMix.Webhook;
import io.posthorn.benchmarks.measure.CpuTime;
import io.posthorn.benchmarks.measure.Figures;
import io.posthorn.benchmarks.measure.Machine;
import io.posthorn.benchmarks.measure.Report;
import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.Stack;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;

/**
 * What batches are worth: the same journal is worked off as it is, and one event in a transaction. Counted is messaging-service and
 * PostgreSQL, from the first entry to the last; what writing them down costs is not in it.
 */
final class BatchingPart {
    private static final String ONE_BY_ONE = "POSTHORN_MESSAGING_WEBHOOKS_WORK_OFF_MOST";
    private static final int CONNECTIONS = 32;
    private static final int WARM_UP_EVENTS = 40_000;
    private static final int EVENTS = 80_000;
    private static final int WARM_UP_SINGLES = 4_000;
    private static final int SINGLES = 4_000;
    private static final double LEAST = 5;

    private final Vertx vertx;
    private final Stack stack;
    private final Report report;
    private final long seed;

    BatchingPart(Vertx vertx, Stack stack, Report report, long seed) {
        this.vertx = vertx;
        this.stack = stack;
        this.report = report;
        this.seed = seed;
    }

    Figures run() throws Exception {
        var machine = new Machine();
        var business = Business.open(stack);
        report.progress("batching: %d events in batches, after %d", EVENTS, WARM_UP_EVENTS);
        workOff(business, mixed(business, WARM_UP_EVENTS, "batched-warm"));
        double batched = EVENTS / workOff(business, mixed(business, EVENTS, "batched"));
        stack.restart(Part.MESSAGING, Map.of(ONE_BY_ONE, "1"));
        report.progress("batching: %d events one by one, after %d", SINGLES, WARM_UP_SINGLES);
        workOff(business, singles(business, WARM_UP_SINGLES, "single-warm"));
        double single = SINGLES / workOff(business, singles(business, SINGLES, "single"));
        stack.restart(Part.MESSAGING);
        return new Figures("batching: the journal worked off in batches, and one event in a transaction")
                .add("eventsPerCpuSecond", batched)
                .add("eventsPerCpuSecondOneByOne", single)
                .atLeast("ratio", batched / single, LEAST)
                .add("machineBusyPercent", machine.busyPercent());
    }

    private List<Webhook> mixed(Business business, int events, String round) throws Exception {
        business.haveSent(WebhookMix.sentMessages(events), round);
        return business.mix(round, seed).make(events);
    }

    private List<Webhook> singles(Business business, int events, String round) throws Exception {
        business.haveSent(WebhookMix.sentMessages(events), round);
        return business.mix(round, seed).singles(events);
    }

    /** Seconds of processor time. */
    private double workOff(Business business, List<Webhook> webhooks) throws Exception {
        try (var pause = JournalPause.begin(stack)) {
            new ClosedLoop(vertx, business.directUrl(stack), CONNECTIONS).post(webhooks, webhooks.size());
        }
        var cpu = CpuTime.of(stack, List.of(Part.MESSAGING, Part.POSTGRES));
        business.drain(report);
        return CpuTime.sum(cpu.used());
    }
}
