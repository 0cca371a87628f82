package io.posthorn.cloudapi.graph;

import java.util.function.LongSupplier;

/** Holds back the calls for one number while Meta does not answer them, so that they do not pile up in vain. */
public final class Breaker {
    public enum State {
        /** Calls go out. */
        CLOSED,
        /** Calls are held back. */
        OPEN,
        /** One call is out to see whether Meta is there again. */
        PROBING
    }

    private final BreakerPolicy policy;
    private final LongSupplier nanos;
    private State state = State.CLOSED;
    private int failures;
    private long openedAt;

    Breaker(BreakerPolicy policy, LongSupplier nanos) {
        this.policy = policy;
        this.nanos = nanos;
    }

    /** True when the call may go out; then its end has to be told. */
    synchronized boolean pass() {
        return switch (state) {
            case CLOSED -> true;
            case PROBING -> false;
            case OPEN -> {
                var over = nanos.getAsLong() - openedAt >= policy.openFor().toNanos();
                state = over ? State.PROBING : State.OPEN;
                yield over;
            }
        };
    }

    synchronized void succeeded() {
        failures = 0;
        state = State.CLOSED;
    }

    synchronized void failed() {
        failures++;
        if (state == State.PROBING || failures >= policy.failures()) {
            state = State.OPEN;
            openedAt = nanos.getAsLong();
        }
    }

    /** The call was given up; whether Meta is there stays unknown. */
    synchronized void abandoned() {
        if (state == State.PROBING) {
            state = State.OPEN;
        }
    }

    synchronized State state() {
        return state;
    }

    synchronized boolean isIdle() {
        return state == State.CLOSED && failures == 0;
    }
}
