package io.posthorn.messaging.pacing;

import io.posthorn.cloudapi.error.ErrorClass;

/** What a call to Meta came to. */
public sealed interface CallOutcome {
    record Accepted() implements CallOutcome {}

    /** Certainly not accepted, for this reason. */
    record Refused(int code, ErrorClass errorClass) implements CallOutcome {}

    /** Nothing reached Meta. */
    record Unreachable() implements CallOutcome {}

    /** Nobody knows. */
    record NoAnswer() implements CallOutcome {}
}
