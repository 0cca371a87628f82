package io.posthorn.messaging.sending;

import io.posthorn.cloudapi.graph.Credentials;
import io.posthorn.kit.background.BackgroundLoop;
import io.posthorn.kit.background.HeldLease;
import io.posthorn.kit.background.Lease;
import io.posthorn.messaging.channel.Channel;
import io.posthorn.messaging.channel.ChannelStatus;
import io.posthorn.messaging.departing.Readiness;
import io.posthorn.messaging.limits.Allowance;
import io.posthorn.messaging.pacing.LaneQueue;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A channel's queue while this process owns it. Its steps hold the lease and keep claimed messages ready; when each of them
 * leaves is for the {@link LaneQueue} and the process's {@link Dispatcher} to say. Steps never overlap, departures do.
 */
final class Lane {
    private static final Duration CLOSE_AFTER = Duration.ofSeconds(60);
    private static final Duration TEND_EVERY = Duration.ofMillis(250);
    private static final Duration CLAIM_EVERY = Duration.ofMillis(10);
    private static final Duration CHECK_EVERY = Duration.ofSeconds(10);

    private final Channel channel;
    private final LaneTools tools;
    private final HeldLease ownership;
    private final BackgroundLoop loop;
    private final LaneDepartures departures;
    private Lease lease;
    private long tendedAt;
    private long claimAgainAt;
    private long checkedAt;
    private boolean toldAway;
    private volatile boolean more;
    private volatile boolean stopping;

    Lane(Channel channel, Credentials credentials, HeldLease ownership, LaneTools tools) {
        this.channel = channel;
        this.tools = tools;
        this.ownership = ownership;
        this.loop = new BackgroundLoop("lane", tools.vertx(), tools.meters(), this::step);
        this.departures = new LaneDepartures(channel, credentials, tools, this::wake);
    }

    void start() {
        loop.start();
    }

    void wake() {
        more = true;
        loop.wake();
    }

    /** What the dispatcher asks, from its own thread. */
    LaneDepartures departures() {
        return departures;
    }

    /** True, once, when a channel that sends is not what this lane was opened for, or sends again after the lane has stopped. */
    boolean closeWhenChanged(Channel current) {
        var otherToken = !Arrays.equals(current.sealedAccessToken(), channel.sealedAccessToken());
        return (otherToken || departures.whyStopped() != null) && close();
    }

    /** True, once, when there was nothing to do for so long, or nothing may be done any more, and the lane should go back. */
    boolean closeWhenIdle() {
        return departures.areIdle(CLOSE_AFTER) && close();
    }

    private boolean close() {
        if (stopping) {
            return false;
        }
        stopping = true;
        departures.close();
        return true;
    }

    /** Lets the calls end, hands on what was only claimed, gives the lane back. */
    CompletableFuture<Void> stop() {
        close();
        return loop.stop()
                .thenCompose(done -> departures.drained())
                .thenCompose(done -> handOn().chain(ownership::release).subscribeAsCompletionStage());
    }

    /** Leaves everything as it stands, as a process does that is killed. */
    CompletableFuture<Void> abandon() {
        close();
        departures.forget();
        return loop.stop();
    }

    private Uni<Duration> step() {
        return ownership.hold().chain(this::stepAs);
    }

    private Uni<Duration> stepAs(Optional<Lease> held) {
        var rest = tools.config().leaseTime().dividedBy(4);
        if (held.isEmpty()) {
            forget();
            return Uni.createFrom().item(rest);
        }
        return takeOver(held.get())
                .chain(this::giveBack)
                .chain(this::tend)
                .chain(this::check)
                .chain(this::claim)
                .map(again -> again ? CLAIM_EVERY : rest);
    }

    private void forget() {
        lease = null;
        departures.forget();
    }

    private Uni<Void> takeOver(Lease held) {
        if (lease != null && lease.epoch() == held.epoch()) {
            return Uni.createFrom().voidItem();
        }
        forget();
        return tools.work()
                .takeOver(channel, held)
                .invoke(start -> begin(held, start))
                .replaceWithVoid();
    }

    private void begin(Lease held, LaneWork.Start start) {
        departures.begin(held, start);
        lease = held;
        tendedAt = 0;
        checkedAt = tools.now();
        more = true;
    }

    private Uni<Void> giveBack() {
        var returned = departures.takeReturned();
        if (returned.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        more = true;
        return tools.work().giveBack(channel, lease, returned.postponed(), returned.expired());
    }

    private Uni<Void> tend() {
        var since = tools.now() - tendedAt;
        if (since < TEND_EVERY.toMillis()) {
            return Uni.createFrom().voidItem();
        }
        tendedAt = tools.now();
        return tools.work()
                .tend(channel, Math.min(since, 1_000))
                .invoke(departures::adapt)
                .invoke(() -> more = true)
                .chain(this::tellTrouble);
    }

    /** Once for each time that Meta goes away. */
    private Uni<Void> tellTrouble(Allowance allowance) {
        var away = departures.findMetaAway();
        var fresh = away && !toldAway;
        toldAway = away;
        return fresh && allowance.status() == ChannelStatus.ACTIVE
                ? tools.work().faltered(channel)
                : Uni.createFrom().voidItem();
    }

    /** A claim may have been committed although we heard of a failure: what we do not know of goes back. */
    private Uni<Void> check() {
        if (tools.now() - checkedAt < CHECK_EVERY.toMillis()) {
            return Uni.createFrom().voidItem();
        }
        checkedAt = tools.now();
        return tools.work().forgetUnknown(channel, lease, departures.known());
    }

    /** True when it is soon worth looking again. */
    private Uni<Boolean> claim() {
        var ahead = tools.config().claimAhead();
        var room = departures.room(ahead);
        if (stopping || !more || room < Math.max(1, ahead / 2)) {
            return Uni.createFrom().item(false);
        }
        if (tools.now() < claimAgainAt) {
            return Uni.createFrom().item(true);
        }
        more = false;
        var began = tools.now();
        return tools.work()
                .claim(channel, lease, room)
                .invoke(prepared -> claimAgainAt = restAfter(began))
                .invoke(this::take)
                .replaceWith(false);
    }

    /** A claim that has to look far, past many messages to few people, must not be all that the database does. */
    private long restAfter(long began) {
        return tools.now() + Math.max(CLAIM_EVERY.toMillis(), 3 * (tools.now() - began));
    }

    private void take(Readiness prepared) {
        departures.add(prepared);
        more |= !prepared.ready().isEmpty();
    }

    private Uni<Void> handOn() {
        return lease == null
                ? Uni.createFrom().voidItem()
                : tools.work().giveBackAll(channel, lease, departures.known(), departures.whyStopped());
    }
}
