package io.posthorn.messaging.sending;

import io.posthorn.cloudapi.client.SendResult;
import io.posthorn.cloudapi.error.CloudApiException;
import io.posthorn.cloudapi.graph.Credentials;
import io.posthorn.kit.background.BackgroundTasks;
import io.posthorn.kit.background.Gathering;
import io.posthorn.kit.background.Lease;
import io.posthorn.messaging.channel.Channel;
import io.posthorn.messaging.channel.ChannelStatus;
import io.posthorn.messaging.departing.Departure;
import io.posthorn.messaging.departing.Readiness;
import io.posthorn.messaging.limits.Allowance;
import io.posthorn.messaging.pacing.LaneQueue;
import io.posthorn.messaging.pacing.Next;
import io.posthorn.messaging.pacing.PortfolioReach;
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

/** The claimed messages of a lane: when their turns come they are marked, Meta is called, and what it came to is recorded. */
final class LaneDepartures {
    private static final Duration GATHER = Duration.ofMillis(15);
    private static final Duration RECORD_FIRST = Duration.ofMillis(200);
    private static final Duration RECORD_LAST = Duration.ofSeconds(3);
    private static final int RECORD_TRIES = 30;
    private static final int MARK_MOST = 100;

    /** What goes back to where it was claimed. */
    record Returned(List<Postponed> postponed, List<Turn> expired) {
        boolean isEmpty() {
            return postponed.isEmpty() && expired.isEmpty();
        }
    }

    private final Channel channel;
    private final Credentials credentials;
    private final LaneTools tools;
    private final Runnable wakeLane;
    private final BackgroundTasks calls = new BackgroundTasks("send calls");
    private final Gathering<CallResult> results;
    private final Map<UUID, Departure> claimed = new HashMap<>();
    private final Set<UUID> marking = new HashSet<>();
    private final List<Postponed> returned = new ArrayList<>();
    private LaneQueue queue;
    private Lease lease;
    private int messagingLimit;
    private int underWay;
    private long busyAt;
    private String whyStopped;
    private boolean closed;

    LaneDepartures(Channel channel, Credentials credentials, LaneTools tools, Runnable wakeLane) {
        this.channel = channel;
        this.credentials = credentials;
        this.tools = tools;
        this.wakeLane = wakeLane;
        this.busyAt = tools.now();
        this.results = new Gathering<>(
                tools.vertx(), GATHER, MARK_MOST, batch -> tools.results().record(channel, batch));
    }

    synchronized void begin(Lease held, LaneWork.Start start) {
        var now = tools.now();
        queue = new LaneQueue(tools.config().limits(), RandomGenerator.getDefault(), now);
        start.earlier().forEach(call -> queue.remember(call.recipient(), now - call.ago()));
        lease = held;
        adapt(start.allowance());
    }

    synchronized void forget() {
        claimed.clear();
        marking.clear();
        returned.clear();
        queue = null;
        lease = null;
    }

    /** Nothing leaves any more; calls that were made end as they do. */
    synchronized void close() {
        closed = true;
    }

    CompletableFuture<Void> drained() {
        return calls.drained();
    }

    /** Files that are missing are fetched beside the lane: what does not need them goes on. */
    void add(Readiness prepared) {
        synchronized (this) {
            if (queue == null) {
                return;
            }
            prepared.ready().forEach(departure -> {
                claimed.put(departure.message().id(), departure);
                queue.add(departure.turn());
            });
        }
        prepared.missingMedia()
                .forEach(mediaId ->
                        calls.run(tools.calls().fetch(channel, mediaId).eventually(wakeLane)));
        if (!prepared.ready().isEmpty()) {
            tools.departures().run();
        }
    }

    /** How many more may be claimed so that so many wait; none while Meta seems to be away or the channel is stopped. */
    synchronized int room(int ahead) {
        return whyStopped != null || queue == null || queue.isResting(tools.now()) ? 0 : ahead - queue.waiting();
    }

    synchronized Set<UUID> known() {
        return Set.copyOf(claimed.keySet());
    }

    /** Takes over what the number may do now; what waits keeps its place. */
    synchronized void adapt(Allowance allowance) {
        if (queue == null) {
            return;
        }
        queue.changeRate(allowance.callsPerSecond().orElse(tools.config().callsPerSecond()));
        queue.heard(allowance.heard(), tools.now());
        messagingLimit = allowance.messagingLimit().orElse(PortfolioReach.UNLIMITED);
        if (!allowance.status().sends()) {
            whyStopped = allowance.status().asReason();
        }
    }

    /** So many calls had no answer that Meta seems to be away. */
    synchronized boolean findMetaAway() {
        return queue != null && queue.findsMetaAway();
    }

    synchronized Returned takeReturned() {
        if (queue == null) {
            return new Returned(List.of(), List.of());
        }
        var postponed = new ArrayList<>(returned);
        returned.clear();
        postponed.addAll(queue.takePostponed());
        var expired = queue.takeExpired();
        postponed.forEach(one -> claimed.remove(one.turn().messageId()));
        expired.forEach(turn -> claimed.remove(turn.messageId()));
        return new Returned(postponed, expired);
    }

    /** Nothing is under way, and there was nothing for so long, or nothing may be done any more. */
    synchronized boolean areIdle(Duration time) {
        return underWay == 0 && (whyStopped != null || tools.now() - busyAt >= time.toMillis());
    }

    /** Why nothing leaves before somebody has done something about the channel; null while it may. */
    synchronized String whyStopped() {
        return whyStopped;
    }

    /** At most so many can leave now. */
    synchronized int demand() {
        var mayLeave = queue != null && !closed && whyStopped == null && marking.isEmpty();
        return mayLeave ? Math.min(MARK_MOST, queue.demand(tools.now())) : 0;
    }

    synchronized LaneState state() {
        return new LaneState(claimed.size(), underWay, queue != null && queue.isResting(tools.now()));
    }

    synchronized int underWay() {
        return underWay;
    }

    synchronized long nextAt() {
        return queue == null || closed || whyStopped != null || !marking.isEmpty()
                ? Turn.NEVER
                : queue.nextAt(tools.now());
    }

    /** Marks so many and calls Meta for them. */
    synchronized void depart(int most) {
        if (queue == null || closed) {
            return;
        }
        var leaving = queue.depart(most, tools.now());
        if (queue.hasSomethingToGiveBack()) {
            wakeLane.run();
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
            wakeLane.run();
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
        wakeLane.run();
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
                .eventually(wakeLane);
    }

    private synchronized CallResult settled(LaneQueue owned, Call call, SendResult sent, CloudApiException failure) {
        underWay--;
        busyAt = tools.now();
        var outcome = CallResult.outcome(failure);
        var next = owned.settle(call.turn(), outcome, busyAt);
        if (next instanceof Next.ChannelStops) {
            whyStopped = ChannelStatus.NEEDS_ATTENTION.asReason();
        }
        Optional.ofNullable(sent)
                .flatMap(accepted -> accepted.usage().regainAfter())
                .ifPresent(rest -> owned.rest(tools.now() + rest.toMillis()));
        return new CallResult(call, sent, failure, next, busyAt);
    }

    private static final class TooLateException extends Exception {}
}
