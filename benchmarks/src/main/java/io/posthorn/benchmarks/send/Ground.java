package io.posthorn.benchmarks.send;

import io.posthorn.benchmarks.measure.Report;
import io.posthorn.benchmarks.measure.Signature;
import io.posthorn.devstack.client.Account;
import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.Stack;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** What all parts of the benchmark stand on: a running stack and a bare Meta beside it. */
record Ground(Stack stack, BareMeta meta, Vertx vertx, Report report, AtomicInteger numbers) {
    private static final Duration STALLED_AFTER = Duration.ofSeconds(60);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(20);
    private static final int WARM_UP = 20_000;

    Ground(Stack stack, BareMeta meta, Vertx vertx, Report report) {
        this(stack, meta, vertx, report, new AtomicInteger());
    }

    /** A new workspace whose number is at the bare Meta, which has its statuses posted past the gateway. */
    Sender atBareMeta(String level, int callsPerSecond) throws Exception {
        int which = numbers.incrementAndGet();
        var phoneNumberId = "70000000000%04d".formatted(which);
        meta.open(phoneNumberId, level);
        var secret = UUID.randomUUID().toString().replace("-", "");
        var wabaId = "80000000000%04d".formatted(which);
        var channel = Map.of(
                "name", "Benchmark",
                "phoneNumberId", phoneNumberId,
                "wabaId", wabaId,
                "accessToken", "token-" + which,
                "appSecret", secret);
        var sender = Sender.open(stack, Account.register(stack.url(Part.GATEWAY), "Sender " + which), channel);
        sender.allow(callsPerSecond);
        var path = URI.create(sender.webhookUrl()).getPath();
        meta.statuses()
                .callBack(
                        phoneNumberId,
                        new StatusFeed.Callback(stack.url(Part.MESSAGING) + path, wabaId, Signature.with(secret)));
        return sender;
    }

    /** Compiled code is what is measured: a number of the fastest level has sent so many, with three statuses each. */
    void warmUp() throws Exception {
        report.progress("warming up with %d messages", WARM_UP);
        var sender = atBareMeta("HIGH", 1_000);
        var arrivals = meta.open(sender.phoneNumberId(), "HIGH");
        sender.queue(sender.meet(WARM_UP), WARM_UP);
        await(WARM_UP, arrivals::different);
        await(WARM_UP, () -> sender.shownAs("read"));
    }

    @FunctionalInterface
    interface Progress {
        long reached() throws Exception;
    }

    /** Waits until so much is reached; false when nothing has moved for a minute. Asking takes a twentieth of a core at most. */
    boolean await(long wanted, Progress progress) throws Exception {
        long last = -1;
        long movedAt = System.nanoTime();
        long askedAt = movedAt;
        for (long reached = progress.reached(); reached < wanted; reached = progress.reached()) {
            long now = System.nanoTime();
            if (reached != last) {
                last = reached;
                movedAt = now;
            } else if (now - movedAt > STALLED_AFTER.toNanos()) {
                report.progress(
                        "nothing has moved for %d s; %d are missing", STALLED_AFTER.toSeconds(), wanted - reached);
                return false;
            }
            Thread.sleep(Duration.ofNanos(Math.max(SHORTEST_PAUSE.toNanos(), 20 * (now - askedAt))));
            askedAt = System.nanoTime();
        }
        return true;
    }
}
