package io.posthorn.benchmarks.simulator;

import io.posthorn.benchmarks.measure.CpuTime;
import io.posthorn.benchmarks.measure.Figures;
import io.posthorn.benchmarks.measure.Heap;
import io.posthorn.benchmarks.measure.Latencies;
import io.posthorn.benchmarks.measure.Report;
import io.posthorn.devstack.Places;
import io.posthorn.devstack.client.JsonHttp;
import io.posthorn.devstack.client.SimulatedWorld;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How many sends, each with its three statuses, the simulator takes for a second of processor time, and whether it grows. */
@Command(name = "simulator", description = "Sends taken and statuses posted per CPU-second; growth of the heap")
public final class SimulatorCommand implements Callable<Integer> {
    private static final int STATUSES_EACH = 3;
    private static final long STALLED_AFTER_NANOS = 30_000_000_000L;

    @Mixin
    private Places places;

    @Mixin
    private Report report;

    @Option(
            names = "--messages",
            defaultValue = "200000",
            description = "Messages that are measured (default: ${DEFAULT-VALUE})")
    private long messages;

    @Option(
            names = "--warm-up",
            defaultValue = "60000",
            description = "Messages before them (default: ${DEFAULT-VALUE})")
    private long warmUp;

    @Override
    public Integer call() throws Exception {
        var vertx = Vertx.vertx();
        try (var simulator = SimulatorProcess.start(places.root(), places.home());
                var sink = new StatusSink(vertx)) {
            var world = world(simulator, sink);
            var load = new SendLoad(vertx, simulator.port(), world);
            report.progress("warming up with %d messages", warmUp);
            run(load, sink, warmUp, new Latencies());
            return report.finish(measure(simulator, sink, load));
        } finally {
            vertx.close();
        }
    }

    private Figures measure(SimulatorProcess simulator, StatusSink sink, SendLoad load) throws Exception {
        double heapBefore = Heap.liveMegabytes(simulator.process().pid());
        long statusesBefore = sink.statuses();
        long webhooksBefore = sink.webhooks();
        var latencies = new Latencies();
        var cpu = CpuTime.of(Map.of("simulator", simulator.process().handle()));
        long began = System.nanoTime();
        report.progress("measuring %d messages", messages);
        run(load, sink, messages, latencies);
        double seconds = (System.nanoTime() - began) / 1e9;
        double cpuSeconds = cpu.used().get("simulator");
        long statuses = sink.statuses() - statusesBefore;
        report.progress("collecting the heap");
        double growth = Heap.liveMegabytes(simulator.process().pid()) - heapBefore;
        return new Figures("simulator")
                .add("messages", messages)
                .add("messagesPerSecond", messages / seconds)
                .add("p50Millis", latencies.millis(50))
                .add("p99Millis", latencies.millis(99))
                .add("statusesPerWebhook", (double) statuses / (sink.webhooks() - webhooksBefore))
                .add("cpuSeconds", cpuSeconds)
                .atLeast("messagesPerCpuSecond", messages / cpuSeconds, 4_000)
                .atLeast("statusesPerCpuSecond", statuses / cpuSeconds, 12_000)
                .atMost("refused", load.refused(), 0)
                .atMost("lostStatuses", messages * STATUSES_EACH - statuses, 0)
                .add("heapBeforeMegabytes", heapBefore)
                .atMost("heapGrowthMegabytes", growth, 20);
    }

    /** Over when the last status has come. */
    private void run(SendLoad load, StatusSink sink, long count, Latencies latencies) throws InterruptedException {
        long wanted = sink.statuses() + count * STATUSES_EACH;
        var sending = load.send(count, latencies);
        long last = -1;
        long changedAt = System.nanoTime();
        while (!sending.isDone() || sink.statuses() < wanted) {
            Thread.sleep(10);
            if (sink.statuses() != last) {
                last = sink.statuses();
                changedAt = System.nanoTime();
            } else if (System.nanoTime() - changedAt > STALLED_AFTER_NANOS) {
                report.progress("no status for 30 s; %d are missing", wanted - last);
                return;
            }
        }
    }

    private SimulatedWorld world(SimulatorProcess simulator, StatusSink sink) {
        var world = SimulatedWorld.create(simulator.url());
        var control = new JsonHttp(simulator.url());
        var webhooks = Map.of("batchSize", 500, "lingerMillis", 50);
        control.send(
                        "PATCH",
                        "/_sim/worlds/" + world.id(),
                        Map.of(),
                        Map.of("window", "off", "webhooks", webhooks, "webhookUrl", sink.url()))
                .expect(200);
        control.send(
                        "POST",
                        "/v25.0/" + world.wabaId() + "/subscribed_apps",
                        Map.of("Authorization", "Bearer " + world.accessToken()),
                        null)
                .expect(200);
        return world;
    }
}
