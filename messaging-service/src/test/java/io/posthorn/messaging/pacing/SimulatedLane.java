package io.posthorn.messaging.pacing;

import io.posthorn.messaging.pacing.SimulatedTask.State;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/** One number: its rows in the database, in memory, and the real queue in front of them. */
final class SimulatedLane {
    private static final int CLAIM = 48;
    private static final long REMEMBERED = 300_000;

    record Attempt(String recipient, long at) {}

    final String name;
    final List<SimulatedTask> tasks = new ArrayList<>();
    final Map<UUID, SimulatedTask> byId = new HashMap<>();
    final Map<String, List<SimulatedTask>> byRecipient = new HashMap<>();
    final Deque<Attempt> attempts = new ArrayDeque<>();
    final List<Long> heard = new ArrayList<>();
    final Map<String, Long> marketingPauses = new HashMap<>();
    final Judge judge;
    PacingLimits limits;
    LaneQueue queue;
    int generation;
    int underWay;
    boolean stopped;
    boolean lookAgain = true;
    private int firstOpen;
    private long dueAt;

    SimulatedLane(String name, PacingLimits limits) {
        this.name = name;
        this.limits = limits;
        this.judge = new Judge(limits);
    }

    void add(SimulatedTask task) {
        tasks.add(task);
        byId.put(task.id, task);
        byRecipient
                .computeIfAbsent(task.recipient, recipient -> new ArrayList<>(2))
                .add(task);
        lookAgain = true;
    }

    /** A new owner: it takes back what was only claimed, and learns from the attempts what Meta has counted. */
    void open(SplittableRandom random, long now) {
        generation++;
        underWay = 0;
        queue = new LaneQueue(limits, random, now);
        attempts.removeIf(attempt -> attempt.at() < now - REMEMBERED);
        attempts.forEach(attempt -> queue.remember(attempt.recipient(), attempt.at()));
        heard.forEach(at -> queue.heard(1, at));
        marketingPauses.forEach((recipient, until) -> queue.pauseMarketing(recipient, until));
        tasks.stream().filter(task -> task.state == State.CLAIMED).forEach(task -> task.state = State.QUEUED);
        judge.newOwner(now);
        lookAgain = true;
    }

    /** What the claiming statement does: heads only, none behind one that is on its way or still blocks. */
    void claim(long now) {
        if (stopped || (!lookAgain && now < dueAt) || queue.waiting() >= CLAIM / 2) {
            return;
        }
        lookAgain = false;
        var blocked = new HashSet<String>();
        var calling = new HashSet<String>();
        while (firstOpen < tasks.size() && tasks.get(firstOpen).isOver()) {
            firstOpen++;
        }
        for (var index = firstOpen; index < tasks.size(); index++) {
            if (tasks.get(index).state == State.CALLING) {
                calling.add(tasks.get(index).recipient);
            }
        }
        var room = CLAIM;
        for (var index = firstOpen; index < tasks.size() && room > 0; index++) {
            var task = tasks.get(index);
            var key = task.priority == 0 ? task.recipient : task.recipient + "/" + task.priority;
            if (task.isOver() || task.arrivedAt > now) {
                continue;
            }
            var free = !calling.contains(task.recipient) && !blocked.contains(key);
            if (task.state == State.QUEUED && task.due <= now && free) {
                task.state = State.CLAIMED;
                queue.add(task.turn());
                room--;
            }
            if (task.state != State.QUEUED || task.due <= now || task.blocksUntil > now) {
                blocked.add(key);
            }
        }
        lookAgain = room == 0;
        dueAt = nextDue(now);
    }

    /** When rows become claimable without anything else happening. */
    private long nextDue(long now) {
        var next = Turn.NEVER;
        for (var index = firstOpen; index < tasks.size(); index++) {
            var task = tasks.get(index);
            if (task.state == State.QUEUED) {
                next = Math.min(next, task.due > now ? task.due : next);
                next = Math.min(next, task.blocksUntil > now ? task.blocksUntil : next);
            }
        }
        return next;
    }

    /** When to look for something to claim. */
    long claimsAt() {
        return stopped || queue.waiting() >= CLAIM / 2 ? Turn.NEVER : lookAgain ? 0 : dueAt;
    }

    void giveBack(long now) {
        for (var back : queue.takePostponed()) {
            var task = byId.get(back.turn().messageId());
            task.state = State.QUEUED;
            task.due = back.until();
            task.blocksUntil = back.blocksUntil();
            if (back.until() > now) {
                task.firstHeldBackAt = Math.min(task.firstHeldBackAt, now);
            }
            lookAgain = true;
        }
        for (var turn : queue.takeExpired()) {
            byId.get(turn.messageId()).state = State.EXPIRED;
            lookAgain = true;
        }
    }

    void apply(SimulatedTask task, Next next, long now) {
        lookAgain = true;
        switch (next) {
            case Next.Sent sent -> task.state = State.SENT;
            case Next.Failed failed -> task.state = State.FAILED;
            case Next.AwaitProof proof -> task.proofAt = proof.until();
            case Next.ChannelStops stops -> {
                task.state = State.QUEUED;
                stopped = true;
            }
            case Next.Again again -> {
                task.state = State.QUEUED;
                task.due = again.at();
                task.notBefore = again.at();
                task.blocksUntil = again.blocksUntil();
                task.blockedSince = task.blockedSince == 0 ? now : task.blockedSince;
                task.firstHeldBackAt = Math.min(task.firstHeldBackAt, now);
                task.refusals += again.counted() ? 1 : 0;
            }
        }
    }
}
