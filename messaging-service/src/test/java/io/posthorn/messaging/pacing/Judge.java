package io.posthorn.messaging.pacing;

import io.posthorn.messaging.pacing.SimulatedTask.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Meta's limits and our promises, written down once more from their definitions, for one number. It only looks at what leaves. */
final class Judge {
    private static final int BREAKER_AFTER = 8;
    private static final long BREAKER_REST = 700;

    private final PacingLimits limits;
    private final List<Long> counted = new ArrayList<>();
    private final Map<String, List<Long>> ofRecipient = new HashMap<>();
    private final Map<String, Long> noMarketingBefore = new HashMap<>();
    private int perSecond;
    private int windowStart;
    private int failuresInARow;
    private long lastCallWhenFailing;
    private double repetitionsEarned = 50;
    private int repetitions;
    private long ownerSince;
    private boolean stopped;
    private String violation;

    Judge(PacingLimits limits) {
        this.limits = limits;
        this.perSecond = limits.callsPerSecond();
    }

    String violation() {
        return violation;
    }

    int departures() {
        return counted.size();
    }

    void newOwner(long now) {
        failuresInARow = 0;
        repetitionsEarned = 50;
        repetitions = 0;
        ownerSince = now;
    }

    void newRate(int callsPerSecond) {
        perSecond = callsPerSecond;
    }

    void heard(long at) {
        counted.add(at);
    }

    void noMarketing(String recipient, long until) {
        noMarketingBefore.merge(recipient, until, Math::max);
    }

    void leaves(SimulatedTask task, List<SimulatedTask> all, long now) {
        counted.add(now);
        while (counted.get(windowStart) <= now - 1_000) {
            windowStart++;
        }
        check(counted.size() - windowStart <= perSecond, "number's throughput", task, now);
        check(!stopped, "a call on a stopped channel", task, now);
        check(task.expiresAt > now, "expired message", task, now);
        check(now >= task.notBefore, "repeated too early", task, now);
        check(task.mayHaveArrived == 0, "may arrive twice", task, now);
        check(task.refusals < limits.retries(), "too many tries", task, now);
        check(
                !task.marketing || now >= noMarketingBefore.getOrDefault(task.recipient, Long.MIN_VALUE),
                "marketing in its pause",
                task,
                now);
        pair(task, now);
        order(task, all, now);
        breaker(task, now);
        if (task.calls > 0) {
            repetitions++;
            check(
                    repetitions <= repetitionsEarned + (now - ownerSince) / 1000.0 + 1,
                    "more repetitions than the budget has",
                    task,
                    now);
        }
    }

    void answered(CallOutcome outcome, long now) {
        switch (outcome) {
            case CallOutcome.Accepted accepted -> {
                failuresInARow = 0;
                repetitionsEarned += 0.2;
            }
            case CallOutcome.NoAnswer lost -> failuresInARow++;
            case CallOutcome.Unreachable away -> failuresInARow++;
            case CallOutcome.Refused refused -> {
                switch (refused.errorClass()) {
                    case RETRY -> failuresInARow = refused.code() == 130429 ? 0 : failuresInARow + 1;
                    case NEVER, FIX -> failuresInARow = 0;
                    case WAIT -> failuresInARow = refused.code() == 131057 ? failuresInARow : 0;
                    case ACCOUNT, TOKEN -> stopped = true;
                }
            }
        }
        if (failuresInARow == BREAKER_AFTER) {
            lastCallWhenFailing = now;
        }
    }

    private void pair(SimulatedTask task, long now) {
        var times = ofRecipient.computeIfAbsent(task.recipient, recipient -> new ArrayList<>(2));
        times.add(now);
        for (var first = 0; first < times.size(); first++) {
            var within = times.size() - first;
            check(
                    within <= limits.pairBurst() + (now - times.get(first)) / limits.pairInterval(),
                    "pair rate",
                    task,
                    now);
        }
    }

    private void order(SimulatedTask task, List<SimulatedTask> all, long now) {
        for (var other : all) {
            if (other == task || other.isOver() || !other.recipient.equals(task.recipient) || other.arrivedAt > now) {
                continue;
            }
            check(other.state != State.CALLING, "two on their way to one recipient", task, now);
            var blocks = other.firstHeldBackAt == Turn.NEVER || now < other.firstHeldBackAt + limits.headBlocks();
            var isDayAway = other.due - now > limits.headBlocks() && other.marketing;
            check(
                    other.priority != task.priority || other.sequence > task.sequence || !blocks || isDayAway,
                    "overtook an earlier message",
                    task,
                    now);
        }
    }

    private void breaker(SimulatedTask task, long now) {
        if (failuresInARow >= BREAKER_AFTER) {
            check(now - lastCallWhenFailing >= BREAKER_REST, "calls although Meta is away", task, now);
            lastCallWhenFailing = now;
        }
    }

    private void check(boolean holds, String what, SimulatedTask task, long now) {
        if (!holds && violation == null) {
            violation = "%s: message %d to %s at %d ms".formatted(what, task.sequence, task.recipient, now);
        }
    }
}
