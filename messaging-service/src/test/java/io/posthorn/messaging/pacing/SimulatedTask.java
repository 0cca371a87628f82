package io.posthorn.messaging.pacing;

import java.util.UUID;

/** A message in the simulated database, and what the judge knows of it. */
final class SimulatedTask {
    enum State {
        QUEUED,
        CLAIMED,
        CALLING,
        SENT,
        FAILED,
        UNKNOWN,
        EXPIRED
    }

    final UUID id;
    final String recipient;
    final int priority;
    final long sequence;
    final boolean opening;
    final boolean marketing;
    final long expiresAt;
    final long arrivedAt;
    State state = State.QUEUED;
    long due;
    long blocksUntil;
    long blockedSince;
    int refusals;
    int calls;
    int mayHaveArrived;
    SimulatedCall call;
    long firstHeldBackAt = Turn.NEVER;
    long notBefore = Long.MIN_VALUE;
    long proofAt = Turn.NEVER;

    SimulatedTask(
            UUID id,
            String recipient,
            int priority,
            long sequence,
            boolean opening,
            boolean marketing,
            long arrivedAt,
            long expiresAt) {
        this.id = id;
        this.recipient = recipient;
        this.priority = priority;
        this.sequence = sequence;
        this.opening = opening;
        this.marketing = marketing;
        this.arrivedAt = arrivedAt;
        this.due = arrivedAt;
        this.expiresAt = expiresAt;
    }

    boolean isOver() {
        return state.compareTo(State.SENT) >= 0;
    }

    Turn turn() {
        return new Turn(id, recipient, priority, sequence, refusals, opening, marketing, blockedSince, expiresAt);
    }
}
