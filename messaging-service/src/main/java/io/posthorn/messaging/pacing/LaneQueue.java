package io.posthorn.messaging.pacing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The claimed messages of one number and all that decides when each may leave. Start reading here. Of one recipient there is
 * never more than one on its way; otherwise the order is by priority and request. Not for concurrent use.
 */
public final class LaneQueue {
    private static final Comparator<Turn> IN_ORDER = (one, other) -> one.before(other) ? -1 : other.before(one) ? 1 : 0;

    private record Later(Turn turn, long at) {}

    private final PacingLimits limits;
    private final NumberRate number;
    private final PairRate pairs;
    private final Aftermath aftermath;
    private final PriorityQueue<Turn> ready = new PriorityQueue<>(IN_ORDER);
    private final PriorityQueue<Later> later = new PriorityQueue<>(Comparator.comparingLong(Later::at));
    private final Map<String, List<Turn>> behind = new HashMap<>();
    private final Set<String> onTheirWay = new HashSet<>();
    private final Set<String> unproven = new HashSet<>();
    private final List<Turn> expired = new ArrayList<>();
    private final List<Postponed> postponed = new ArrayList<>();
    private int waitingBehind;

    public LaneQueue(PacingLimits limits, RandomGenerator random, long now) {
        this.limits = limits;
        this.number = new NumberRate(limits.callsPerSecond(), now);
        this.pairs = new PairRate(limits.pairInterval(), limits.pairBurst());
        this.aftermath = new Aftermath(limits, random, now);
    }

    /** Whoever claims it has seen that none before it may still be on its way. */
    public void add(Turn turn) {
        unproven.remove(turn.recipient());
        ready.add(turn);
    }

    /** Claimed turns that have not left. */
    public int waiting() {
        return ready.size() + later.size() + waitingBehind;
    }

    public int onTheirWay() {
        return onTheirWay.size();
    }

    /** At most so many should leave now. */
    public int demand(long now) {
        moveOn(now);
        return Math.min(ready.size(), Math.min(number.allowedTogether(ready.size(), now), aftermath.allowed(now)));
    }

    /** Those that leave now; each has to be settled or given up afterwards. */
    public List<Turn> depart(int most, long now) {
        moveOn(now);
        var leaving = new ArrayList<Turn>();
        while (leaving.size() < most && !ready.isEmpty() && allowed(now) > 0) {
            var turn = ready.poll();
            if (mayLeave(turn, now)) {
                onTheirWay.add(turn.recipient());
                number.used(now);
                pairs.used(turn.recipient(), now);
                aftermath.called();
                leaving.add(turn);
            }
        }
        return leaving;
    }

    /** The earliest moment at which something should leave when nothing happens before. */
    public long nextAt(long now) {
        moveOn(now);
        var some = ready.isEmpty() ? later.isEmpty() ? Turn.NEVER : later.peek().at() : now;
        return some == Turn.NEVER
                ? some
                : Math.max(some, Math.max(number.nextAt(ready.size(), now), aftermath.nextAt(now)));
    }

    public Next settle(Turn turn, CallOutcome outcome, long now) {
        onTheirWay.remove(turn.recipient());
        var next = aftermath.of(turn, outcome, now);
        if (next instanceof Next.AwaitProof) {
            unproven.add(turn.recipient());
        }
        followUp(turn.recipient());
        return next;
    }

    /** It did not leave after all: somebody took it back, or took the lane over. */
    public void giveUp(Turn turn) {
        onTheirWay.remove(turn.recipient());
        aftermath.abandoned();
        followUp(turn.recipient());
    }

    /** It may not open a conversation before {@code until}: the portfolio has reached its limit. */
    public void outOfReach(Turn turn, long now, long until) {
        giveUp(turn);
        postponed.add(new Postponed(turn, until, now + limits.headBlocks(), "portfolio_limit"));
    }

    /** Takes out what should go back to where it was claimed, because its time is far. */
    public List<Postponed> takePostponed() {
        var all = List.copyOf(postponed);
        postponed.clear();
        return all;
    }

    public List<Turn> takeExpired() {
        var all = List.copyOf(expired);
        expired.clear();
        return all;
    }

    public boolean hasSomethingToGiveBack() {
        return !postponed.isEmpty() || !expired.isEmpty();
    }

    /** What Meta counts although this queue did not send it: an earlier owner's call. */
    public void remember(String recipient, long at) {
        number.noted(at);
        pairs.used(recipient, at);
    }

    /** Messages that came in: Meta counts them as well. */
    public void heard(int messages, long at) {
        for (var message = 0; message < messages; message++) {
            number.noted(at);
        }
    }

    public void changeRate(int callsPerSecond) {
        number.change(callsPerSecond);
    }

    /** This person gets no marketing from anybody before. */
    public void pauseMarketing(String recipient, long until) {
        aftermath.pauseMarketing(recipient, until);
    }

    /** Meta asks for a rest. */
    public void rest(long until) {
        aftermath.rest(until);
    }

    /** Whether Meta seems to be away, so that claiming more is of no use. */
    public boolean isResting(long now) {
        return aftermath.nextAt(now) > now;
    }

    /** So many calls had no answer that Meta seems to be away. */
    public boolean findsMetaAway() {
        return aftermath.findsMetaAway();
    }

    private int allowed(long now) {
        return Math.min(number.allowed(now), aftermath.allowed(now));
    }

    private void moveOn(long now) {
        while (!later.isEmpty() && later.peek().at() <= now) {
            ready.add(later.poll().turn());
        }
    }

    private boolean mayLeave(Turn turn, long now) {
        if (turn.expiresAt() <= now) {
            expired.add(turn);
            return false;
        }
        if (unproven.contains(turn.recipient())) {
            postponed.add(new Postponed(turn, now, now, null));
            return false;
        }
        if (onTheirWay.contains(turn.recipient())) {
            behind.computeIfAbsent(turn.recipient(), recipient -> new ArrayList<>(1))
                    .add(turn);
            waitingBehind++;
            return false;
        }
        var paused = aftermath.pausedUntil(turn);
        var at = Math.max(pairs.nextAt(turn.recipient()), paused);
        if (at <= now) {
            return true;
        }
        if (at - now > limits.keepWaiting()) {
            // Successors of a message that the pair rate stops could not leave either.
            var blocksUntil = (paused == at ? now : at) + limits.headBlocks();
            postponed.add(new Postponed(turn, at, blocksUntil, paused == at ? aftermath.reason(turn, at) : null));
        } else {
            later.add(new Later(turn, at));
        }
        return false;
    }

    private void followUp(String recipient) {
        var next = behind.remove(recipient);
        if (next != null) {
            waitingBehind -= next.size();
            ready.addAll(next);
        }
    }
}
