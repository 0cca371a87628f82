package io.posthorn.messaging.pacing;

import io.posthorn.cloudapi.error.ErrorClass;

/** What a call to Meta came to. */
public sealed interface CallOutcome {
    record Accepted() implements CallOutcome {}

    /**
     * Certainly not accepted, for this reason.
     *
     * @param regainAfter when Meta says that it will take calls again, in milliseconds from now; 0 when it does not say
     */
    record Refused(int code, ErrorClass errorClass, long regainAfter) implements CallOutcome {
        public Refused(int code, ErrorClass errorClass) {
            this(code, errorClass, 0);
        }
    }

    /** Nothing reached Meta. */
    record Unreachable() implements CallOutcome {}

    /** Nobody knows. */
    record NoAnswer() implements CallOutcome {}
}
