package io.posthorn.template.builder.openai;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Keeps people from waiting for a model that does not answer: after some failures in a row nobody asks for a while. */
final class Holding {
    private final int failures;
    private final Duration heldFor;
    private final Clock clock;
    private int inARow;
    private Instant until = Instant.MIN;

    Holding(int failures, Duration heldFor, Clock clock) {
        this.failures = failures;
        this.heldFor = heldFor;
        this.clock = clock;
    }

    synchronized boolean holds() {
        return clock.instant().isBefore(until);
    }

    synchronized void succeeded() {
        inARow = 0;
    }

    /** The first one after a while decides at once. */
    synchronized void failed() {
        inARow++;
        if (inARow >= failures) {
            until = clock.instant().plus(heldFor);
        }
    }
}
