package io.posthorn.messaging.accepting;

import io.posthorn.kit.problem.ProblemException;

/** What became of a candidate. */
public sealed interface Outcome {
    record Accepted(AcceptedMessage message) implements Outcome {}

    record Refused(ProblemException refusal) implements Outcome {}

    default AcceptedMessage orRefuse() {
        return switch (this) {
            case Accepted accepted -> accepted.message();
            case Refused refused -> throw refused.refusal();
        };
    }
}
