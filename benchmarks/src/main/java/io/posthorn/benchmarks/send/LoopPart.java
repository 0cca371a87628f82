package io.posthorn.benchmarks.send;

import io.posthorn.benchmarks.measure.CpuTime;
import io.posthorn.benchmarks.measure.Figures;
import io.posthorn.benchmarks.measure.Machine;
import io.posthorn.benchmarks.measure.StatementBooks;
import io.posthorn.devstack.client.Account;
import io.posthorn.devstack.client.JsonHttp;
import io.posthorn.devstack.client.SimulatedWorld;
import io.posthorn.devstack.stack.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Everything at once: bulk requests through the gateway, the simulator with three statuses for each message, Kafka, dashboards. */
final class LoopPart {
    private static final int PER_SECOND = 400;
    private static final int STRETCH = 1_000;
    private static final int WARM_UP = 10_000;
    private static final int MESSAGES = 30_000;
    private static final int IN_ONE_REQUEST = 250;
    private static final int REQUESTS_AT_A_TIME = 2;
    private static final List<Part> MEASURED = List.of(
            Part.GATEWAY,
            Part.MESSAGING,
            Part.POSTGRES,
            Part.KAFKA,
            Part.REDIS,
            Part.ADMIN,
            Part.MEDIA,
            Part.SIMULATOR);

    private final Ground ground;

    LoopPart(Ground ground) {
        this.ground = ground;
    }

    Figures run() throws Exception {
        var world = world();
        var account = Account.register(ground.stack().url(Part.GATEWAY), "Loop");
        var sender = Sender.open(ground.stack(), account, Account.channel(world, "Loop"));
        sender.allow(STRETCH);
        sender.meet(WARM_UP + MESSAGES);
        ground.report().progress("loop: warming up with %d messages", WARM_UP);
        send(sender, 0, WARM_UP);
        settle(sender, WARM_UP);
        ground.report().progress("loop: %d messages", MESSAGES);
        var cpu = CpuTime.of(ground.stack(), MEASURED);
        var machine = new Machine();
        var books = new StatementBooks(ground.stack());
        long began = System.nanoTime();
        send(sender, WARM_UP, MESSAGES);
        double accepted = (System.nanoTime() - began) / 1e9;
        settle(sender, WARM_UP + MESSAGES);
        double all = (System.nanoTime() - began) / 1e9;
        var used = cpu.used();
        double busy = machine.busyPercent();
        books.print(ground.report());
        var captured = captured(world);
        var figures = new Figures(
                        "loop: %d messages in requests of %d, simulator, three statuses each, Kafka, dashboards"
                                .formatted(MESSAGES, IN_ONE_REQUEST))
                .atLeast("messagesPerSecond", MESSAGES / all, PER_SECOND)
                .add("secondsUntilAccepted", accepted)
                .add("secondsUntilReadAndCounted", all)
                .atMost("lost", WARM_UP + MESSAGES - captured.size(), 0)
                .atMost(
                        "duplicated",
                        captured.values().stream().filter(times -> times > 1).count(),
                        0)
                .atMost("notShownAsRead", WARM_UP + MESSAGES - sender.shownAs("read"), 0)
                .atMost("notCountedAsRead", WARM_UP + MESSAGES - sender.counted("messages.status.read"), 0)
                .add("machineBusyPercent", busy);
        used.forEach((process, seconds) -> figures.add("cpuMillisPerMessage." + process, seconds * 1000 / MESSAGES));
        return figures.add("cpuMillisPerMessage", CpuTime.sum(used) * 1000 / MESSAGES);
    }

    private SimulatedWorld world() {
        var simulator = ground.stack().url(Part.SIMULATOR);
        var world = SimulatedWorld.create(simulator);
        var webhooks = Map.of("batchSize", 500, "lingerMillis", 50);
        new JsonHttp(simulator)
                .send(
                        "PATCH",
                        "/_sim/worlds/" + world.id(),
                        Map.of(),
                        Map.of("window", "off", "webhooks", webhooks, "captureLimit", 2 * (WARM_UP + MESSAGES)))
                .expect(200);
        return world;
    }

    private void send(Sender sender, int first, int count) throws Exception {
        try (var requests = Executors.newFixedThreadPool(REQUESTS_AT_A_TIME)) {
            var answers = new ArrayList<Future<?>>();
            for (int from = first; from < first + count; from += IN_ONE_REQUEST) {
                int place = from;
                answers.add(requests.submit(() -> post(sender, place)));
            }
            for (var answer : answers) {
                answer.get();
            }
        }
    }

    private void post(Sender sender, int from) {
        var messages = new ArrayList<Map<String, Object>>();
        for (int place = from; place < from + IN_ONE_REQUEST; place++) {
            messages.add(Map.of("to", Sender.phoneOf(place), "type", "text", "text", Map.of("body", "m-" + place)));
        }
        sender.account()
                .post("/api/v1/messages/bulk", Map.of("messages", messages))
                .expect(200);
    }

    /** Until the dashboard has counted everything that was sent as read, and it is shown so. The counter is what costs less to read. */
    private void settle(Sender sender, long count) throws Exception {
        ground.await(count, () -> sender.counted("messages.status.read"));
        ground.await(count, () -> sender.shownAs("read"));
    }

    private static Map<String, Integer> captured(SimulatedWorld world) {
        var times = new HashMap<String, Integer>();
        world.captures().forEach(capture -> times.merge(capture.body(), 1, Integer::sum));
        return times;
    }
}
