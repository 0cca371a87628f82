package io.posthorn.messaging.pacing;

/** A call on its way: what Meta will say, and whether anybody will be there to hear it. */
final class SimulatedCall {
    final CallOutcome outcome;
    boolean unheard;

    SimulatedCall(CallOutcome outcome) {
        this.outcome = outcome;
    }

    /** Only then can a status prove it. */
    boolean mayHaveArrived() {
        return outcome instanceof CallOutcome.Accepted || outcome instanceof CallOutcome.NoAnswer;
    }
}
