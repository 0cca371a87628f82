package io.posthorn.messaging.sending;

import io.posthorn.cloudapi.client.SendResult;
import io.posthorn.cloudapi.error.CloudApiException;
import io.posthorn.cloudapi.graph.Credentials;
import io.posthorn.kit.background.BackgroundLoop;
import io.posthorn.kit.background.BackgroundTasks;
import io.posthorn.kit.background.Gathering;
import io.posthorn.kit.background.HeldLease;
import io.posthorn.kit.background.Lease;
import io.posthorn.messaging.channel.Channel;
import io.posthorn.messaging.channel.ChannelStore;
import io.posthorn.messaging.pacing.LaneQueue;
import io.posthorn.messaging.pacing.Next;
import io.posthorn.messaging.pacing.Postponed;
import io.posthorn.messaging.pacing.Turn;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

/**
 * A channel's queue while this process owns it. Its own steps hold the lease and keep claimed messages ready; when each of
 * them leaves is for the {@link LaneQueue} and the process's {@link Dispatcher} to say. Steps never overlap, calls do.
 */
final class Lane {
    private static final Duration CLOSE_AFTER = Duration.ofSeconds(60);
    private static final Duration TEND_EVERY = Duration.ofMillis(250);
    private static final Duration CLAIM_EVERY = Duration.ofMillis(10);
    private static final Duration CHECK_EVERY = Duration.ofSeconds(10);
    private static final Duration GATHER = Duration.ofMillis(15);
    private static final Duration RECORD_FIRST = Duration.ofMillis(200);
    private static final Duration RECORD_LAST = Duration.ofSeconds(3);
    private static final int RECORD_TRIES = 30;
    private static final int MARK_MOST = 100;

    private final Channel channel;
    private final Credentials credentials;
    private final LaneTools tools;
    private final HeldLease ownership;
    private final BackgroundLoop loop;
    private final BackgroundTasks calls = new BackgroundTasks("send calls");
    private final Gathering<CallResult> results;
    private final Map<UUID, Departure> claimed = new HashMap<>();
    private final Set<UUID> marking = new HashSet<>();
    private final List<Postponed> returned = new ArrayList<>();
    private LaneQueue queue;
    private Lease lease;
    private int messagingLimit;
    private int underWay;
    private long tendedAt;
    private long claimAgainAt;
    private long checkedAt;
    private long busyAt;
    private boolean more;
    private boolean stopped;
    private volatile boolean stopping;

    Lane(Channel channel, Credentials credentials, HeldLease ownership, LaneTools tools) {
        this.channel = channel;
        this.credentials = credentials;
        this.tools = tools;
        this.ownership = ownership;
        this.busyAt = tools.now();
        this.loop = new BackgroundLoop("lane", tools.vertx(), tools.meters(), this::step);
        this.results = new Gathering<>(
                tools.vertx(), GATHER, MARK_MOST, batch -> tools.results().record(channel, batch));
    }

    void start() {
        loop.start();
    }

    synchronized void wake() {
        more = true;
        loop.wake();
    }

    /** True, once, when the channel is not what this lane was opened for: it may have another token. */
    synchronized boolean closeWhenChanged(long version) {
        if (stopping || version == channel.version()) {
            return false;
        }
        stopping = true;
        return true;
    }

    /** True, once, when there was nothing to do for so long, or nothing may be done any more, and the lane should go back. */
    synchronized boolean closeWhenIdle() {
        var idle = stopped || tools.now() - busyAt >= CLOSE_AFTER.toMillis();
        if (stopping || underWay > 0 || !idle) {
            return false;
        }
        stopping = true;
        return true;
    }

    /** Lets the calls end, hands on what was only claimed, gives the lane back. */
    CompletableFuture<Void> stop() {
        stopping = true;
        return loop.stop().thenCompose(done -> calls.drained()).thenCompose(done -> handOn().chain(ownership::release)
                .subscribeAsCompletionStage());
    }

    /** Leaves everything as it stands, as a process does that is killed. */
    CompletableFuture<Void> abandon() {
        stopping = true;
        forget();
        return loop.stop();
    }

    // --- What the dispatcher asks, from its own thread
    // -------------------------------------------------------------------

    /** At most so many can leave now. */
    synchronized int demand() {
        var mayLeave = queue != null && !stopping && marking.isEmpty();
        return mayLeave ? Math.min(MARK_MOST, queue.demand(tools.now())) : 0;
    }

    synchronized int underWay() {
        return underWay;
    }

    synchronized long nextAt() {
        return queue == null || stopping || !marking.isEmpty() ? Turn.NEVER : queue.nextAt(tools.now());
    }

    /** Marks so many and calls Meta for them. */
    synchronized void depart(int most) {
        if (queue == null || stopping) {
            return;
        }
        var leaving = queue.depart(most, tools.now());
        if (queue.hasSomethingToGiveBack()) {
            loop.wake();
        }
        if (leaving.isEmpty()) {
            return;
        }
        var departures =
                leaving.stream().map(turn -> claimed.get(turn.messageId())).toList();
        var owned = queue;
        leaving.forEach(turn -> marking.add(turn.messageId()));
        underWay += leaving.size();
        busyAt = tools.now();
        var asked = busyAt;
        calls.run(tools.calls()
                .mark(channel, lease, departures, messagingLimit)
                .invoke(marked -> marked(owned, leaving, marked, asked))
                .onFailure()
                .invoke(failure -> notMarked(owned, leaving))
                .eventually(tools.departures()));
    }

    // --- The lane's own steps
    // --------------------------------------------------------------------------------------------

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

    private synchronized void forget() {
        claimed.clear();
        marking.clear();
        returned.clear();
        queue = null;
        lease = null;
    }

    private Uni<Void> takeOver(Lease held) {
        synchronized (this) {
            if (lease != null && lease.epoch() == held.epoch()) {
                return Uni.createFrom().voidItem();
            }
            forget();
        }
        return tools.work()
                .takeOver(channel, held, tools.config().callsPerSecond())
                .invoke(start -> begin(held, start))
                .replaceWithVoid();
    }

    private synchronized void begin(Lease held, LaneWork.Start start) {
        var now = tools.now();
        queue = new LaneQueue(
                tools.config().limits().withCallsPerSecond(start.callsPerSecond()), RandomGenerator.getDefault(), now);
        start.earlier().forEach(call -> queue.remember(call.recipient(), now - call.ago()));
        messagingLimit = start.messagingLimit();
        lease = held;
        tendedAt = 0;
        checkedAt = now;
        more = true;
    }

    private Uni<Void> giveBack() {
        List<Postponed> postponed;
        List<Turn> expired;
        synchronized (this) {
            postponed = new ArrayList<>(returned);
            returned.clear();
            postponed.addAll(queue.takePostponed());
            expired = queue.takeExpired();
            postponed.forEach(one -> claimed.remove(one.turn().messageId()));
            expired.forEach(turn -> claimed.remove(turn.messageId()));
            more |= !postponed.isEmpty() || !expired.isEmpty();
        }
        return postponed.isEmpty() && expired.isEmpty()
                ? Uni.createFrom().voidItem()
                : tools.work().giveBack(channel, lease, postponed, expired);
    }

    private Uni<Void> tend() {
        var since = tools.now() - tendedAt;
        if (since < TEND_EVERY.toMillis()) {
            return Uni.createFrom().voidItem();
        }
        tendedAt = tools.now();
        return tools.work()
                .tend(channel, Math.min(since, 1_000))
                .invoke(this::heard)
                .replaceWithVoid();
    }

    private synchronized void heard(int messages) {
        more = true;
        if (queue != null && messages > 0) {
            queue.heard(messages, tools.now());
        }
    }

    /** A claim may have been committed although we heard of a failure: what we do not know of goes back. */
    private Uni<Void> check() {
        if (tools.now() - checkedAt < CHECK_EVERY.toMillis()) {
            return Uni.createFrom().voidItem();
        }
        checkedAt = tools.now();
        return tools.work().forgetUnknown(channel, lease, known());
    }

    private synchronized Set<UUID> known() {
        return Set.copyOf(claimed.keySet());
    }

    /** True when it is soon worth looking again. */
    private Uni<Boolean> claim() {
        int room;
        synchronized (this) {
            var ahead = tools.config().claimAhead();
            room = ahead - queue.waiting();
            if (stopping || stopped || !more || room < ahead / 2 || queue.isResting(tools.now())) {
                return Uni.createFrom().item(false);
            }
            if (tools.now() < claimAgainAt) {
                return Uni.createFrom().item(true);
            }
            more = false;
        }
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

    /** Files that are missing are fetched beside the lane: what does not need them goes on. */
    private void take(Readiness prepared) {
        synchronized (this) {
            prepared.ready().forEach(departure -> {
                claimed.put(departure.message().id(), departure);
                queue.add(departure.turn());
            });
            more |= !prepared.ready().isEmpty();
        }
        prepared.missingMedia()
                .forEach(mediaId ->
                        calls.run(tools.calls().fetch(channel, mediaId).eventually(this::wake)));
        if (!prepared.ready().isEmpty()) {
            tools.departures().run();
        }
    }

    // --- Calls
    // -----------------------------------------------------------------------------------------------------------

    private synchronized void marked(LaneQueue owned, List<Turn> leaving, LaneCalls.Marked marked, long asked) {
        var now = tools.now();
        var calling = new HashSet<UUID>();
        marked.calls().forEach(call -> calling.add(call.message().id()));
        var outOfReach = Set.copyOf(marked.outOfReach());
        for (var turn : leaving) {
            marking.remove(turn.messageId());
            if (outOfReach.contains(turn)) {
                owned.outOfReach(turn, now, now + marked.freesIn() + 1);
                underWay--;
            } else {
                claimed.remove(turn.messageId());
                if (!calling.contains(turn.messageId())) {
                    owned.giveUp(turn);
                    underWay--;
                }
            }
        }
        marked.calls().forEach(call -> calls.run(call(owned, call, asked)));
        if (!outOfReach.isEmpty()) {
            loop.wake();
        }
    }

    /** Nobody knows whether the marks were committed: they are given back where they were not. */
    private synchronized void notMarked(LaneQueue owned, List<Turn> leaving) {
        underWay -= leaving.size();
        leaving.forEach(turn -> {
            marking.remove(turn.messageId());
            owned.giveUp(turn);
            if (owned == queue) {
                returned.add(new Postponed(turn, 0, 0, null));
            }
        });
        loop.wake();
    }

    private Uni<Void> call(LaneQueue owned, Call call, long asked) {
        // A process that was frozen since it asked for the mark may not be the owner any more: what did not leave, need
        // not.
        var tooLate = tools.now() - asked > tools.config().leaseTime().toMillis() / 2;
        var answer = tooLate
                ? Uni.createFrom().<SendResult>failure(CloudApiException.unreachable(new TooLateException()))
                : tools.calls().send(channel, credentials, call);
        return answer.map(sent -> settled(owned, call, sent, null))
                .onFailure(CloudApiException.class)
                .recoverWithItem(failure -> settled(owned, call, null, (CloudApiException) failure))
                .invoke(tools.departures())
                .chain(result -> results.add(result)
                        .onFailure()
                        .retry()
                        .withBackOff(RECORD_FIRST, RECORD_LAST)
                        .atMost(RECORD_TRIES))
                .eventually(this::wake);
    }

    private synchronized CallResult settled(LaneQueue owned, Call call, SendResult sent, CloudApiException failure) {
        underWay--;
        busyAt = tools.now();
        var outcome = CallResult.outcome(failure);
        var next = owned.settle(call.turn(), outcome, busyAt);
        stopped |= next instanceof Next.ChannelStops;
        Optional.ofNullable(sent)
                .flatMap(accepted -> accepted.usage().regainAfter())
                .ifPresent(rest -> owned.rest(tools.now() + rest.toMillis()));
        return new CallResult(call, sent, failure, next, busyAt);
    }

    private Uni<Void> handOn() {
        return lease == null
                ? Uni.createFrom().voidItem()
                : tools.work().giveBackAll(channel, lease, known(), stopped ? ChannelStore.NEEDS_ATTENTION : null);
    }

    private static final class TooLateException extends Exception {}
}
