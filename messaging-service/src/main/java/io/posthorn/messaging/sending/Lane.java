package io.posthorn.messaging.sending;

import io.micrometer.core.instrument.MeterRegistry;
import io.posthorn.cloudapi.client.Credentials;
import io.posthorn.kit.background.BackgroundLoop;
import io.posthorn.kit.background.BackgroundTasks;
import io.posthorn.kit.background.HeldLease;
import io.posthorn.kit.background.Lease;
import io.posthorn.messaging.channel.Channel;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A channel's queue while this process owns it. Each step settles what is overdue, claims ahead, marks what the pace allows
 * now and lets those calls run; steps never overlap, calls do.
 */
final class Lane {
    private static final Duration SETTLE_EVERY = Duration.ofSeconds(1);
    private static final Duration WHEN_PACED = Duration.ofMillis(10);
    private static final Duration CLOSE_AFTER = Duration.ofSeconds(60);
    private static final int CLAIM_AHEAD = 100;
    private static final int MARK_MOST = 50;

    private final Channel channel;
    private final Credentials credentials;
    private final LaneWork work;
    private final SendingConfig config;
    private final HeldLease ownership;
    private final BackgroundLoop loop;
    private final BackgroundTasks calls = new BackgroundTasks("send calls");
    private final Deque<Departure> claimed = new ArrayDeque<>();
    private final Pace pace;
    private Lease lease;
    private long settledAt;
    private long busyAt = System.nanoTime();
    private volatile boolean stopping;

    Lane(
            Channel channel,
            Credentials credentials,
            LaneWork work,
            SendingConfig config,
            HeldLease ownership,
            Vertx vertx,
            MeterRegistry meters) {
        this.channel = channel;
        this.credentials = credentials;
        this.work = work;
        this.config = config;
        this.ownership = ownership;
        this.pace = new Pace(config.callsPerSecond(), System.nanoTime());
        this.loop = new BackgroundLoop("lane", vertx, meters, this::step);
    }

    void start() {
        loop.start();
    }

    void wake() {
        loop.wake();
    }

    /** True, once, when there was nothing to do for so long that the lane should go back. */
    boolean closeWhenIdle() {
        if (stopping || calls.running() > 0 || System.nanoTime() - busyAt < CLOSE_AFTER.toNanos()) {
            return false;
        }
        stopping = true;
        return true;
    }

    /** Lets the calls end, hands on what was only claimed, gives the lane back. */
    CompletableFuture<Void> stop() {
        stopping = true;
        return loop.stop()
                .thenCompose(done -> calls.drained())
                .thenCompose(done -> (lease == null ? Uni.createFrom().voidItem() : work.giveBack(channel, lease))
                        .chain(ownership::release)
                        .subscribeAsCompletionStage());
    }

    private Uni<Duration> step() {
        return ownership.hold().chain(this::stepAs);
    }

    private Uni<Duration> stepAs(Optional<Lease> held) {
        if (held.isEmpty()) {
            claimed.clear();
            lease = null;
            return Uni.createFrom().item(config.leaseTime().dividedBy(3));
        }
        return takeOver(held.get()).chain(this::settle).chain(this::claim).chain(this::send);
    }

    private Uni<Void> takeOver(Lease held) {
        if (lease != null && lease.epoch() == held.epoch()) {
            return Uni.createFrom().voidItem();
        }
        claimed.clear();
        return work.takeOver(channel, held).invoke(() -> lease = held);
    }

    private Uni<Void> settle() {
        if (System.nanoTime() - settledAt < SETTLE_EVERY.toNanos()) {
            return Uni.createFrom().voidItem();
        }
        return work.settleOverdue(channel).invoke(() -> settledAt = System.nanoTime());
    }

    private Uni<Void> claim() {
        if (!claimed.isEmpty() || stopping) {
            return Uni.createFrom().voidItem();
        }
        return work.claim(channel, lease, CLAIM_AHEAD).invoke(this::take).replaceWithVoid();
    }

    /** Files that are missing are fetched beside the lane: what does not need them goes on. */
    private void take(Readiness prepared) {
        claimed.addAll(prepared.ready());
        prepared.missingMedia()
                .forEach(mediaId -> calls.run(work.fetch(channel, mediaId).eventually(loop::wake)));
    }

    private Uni<Duration> send() {
        var now = Math.min(
                Math.min(pace.allowed(System.nanoTime()), config.callsInFlight() - calls.running()),
                Math.min(claimed.size(), MARK_MOST));
        if (stopping || now <= 0) {
            return Uni.createFrom().item(claimed.isEmpty() ? config.leaseTime().dividedBy(4) : WHEN_PACED);
        }
        busyAt = System.nanoTime();
        return work.mark(channel, lease, next(now)).invoke(this::call).replaceWith(Duration.ZERO);
    }

    private List<Departure> next(int count) {
        var next = new ArrayList<Departure>(count);
        for (var taken = 0; taken < count; taken++) {
            next.add(claimed.poll());
        }
        return next;
    }

    private void call(List<Call> marked) {
        pace.used(marked.size());
        marked.forEach(call -> calls.run(work.call(channel, credentials, call).eventually(loop::wake)));
    }
}
