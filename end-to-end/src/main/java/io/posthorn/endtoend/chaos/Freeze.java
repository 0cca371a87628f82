package io.posthorn.endtoend.chaos;

import io.posthorn.devstack.process.Signals;
import io.posthorn.devstack.stack.Stack;
import io.posthorn.endtoend.chaos.WorkUnderWay.Lane;
import java.time.Duration;
import java.util.Optional;

/**
 * The owner of a lane stands still, with a backlog in its memory, until another process has taken the lane over and called. Then the two
 * change places for a moment: the former owner goes on, and cannot hear that it is none any more, because its lease cannot be written.
 */
record Freeze(Stack stack, WorkUnderWay work, Lane lane, ProcessHandle owner, ProcessHandle other) {
    private static final Duration TAKEN_OVER_WITHIN = Duration.ofSeconds(30);
    private static final int GOES_ON_FOR_MILLIS = 2_000;
    private static final String LEASES = "messaging.lease";

    static Optional<Freeze> begin(Stack stack, WorkUnderWay work, Lane lane, Replicas replicas) {
        var owner = replicas.of(lane.holder()).flatMap(replicas::handle);
        var other = replicas.all().stream()
                .flatMap(process -> replicas.handle(process).stream())
                .filter(handle -> owner.isPresent() && !handle.equals(owner.get()))
                .findFirst();
        return owner.isEmpty() || other.isEmpty()
                ? Optional.empty()
                : Optional.of(new Freeze(stack, work, lane, owner.get(), other.get()));
    }

    void stop() {
        Signals.send(owner, "STOP");
    }

    void await() throws InterruptedException {
        try {
            if (Patience.catches(TAKEN_OVER_WITHIN, () -> work.isTakenOver(lane))) {
                Signals.send(other, "STOP");
                MaintenanceLock.hold(stack, LEASES, this::goOn);
            }
        } finally {
            Signals.send(owner, "CONT");
            Signals.send(other, "CONT");
        }
    }

    private void goOn() throws InterruptedException {
        Signals.send(owner, "CONT");
        Thread.sleep(GOES_ON_FOR_MILLIS);
    }
}
