package io.posthorn.simulator.life;

import io.posthorn.simulator.message.LaterFailure;
import java.util.Optional;

/**
 * A status to come.
 *
 * @param afterMillis how long after the one before
 * @param failure why, of a failure
 * @param participant who of a group
 */
record Step(String status, int afterMillis, Optional<LaterFailure> failure, Optional<String> participant) {
    static Step of(String status, int afterMillis) {
        return new Step(status, afterMillis, Optional.empty(), Optional.empty());
    }

    static Step failed(int afterMillis, LaterFailure failure) {
        return new Step("failed", afterMillis, Optional.of(failure), Optional.empty());
    }

    Step by(String customer) {
        return new Step(status, afterMillis, failure, Optional.of(customer));
    }

    /** True when nothing happens while the customer's phone is off. */
    boolean needsPhone() {
        return failure.isEmpty() && !status.equals("sent");
    }

    boolean isArrival() {
        return status.equals("delivered");
    }
}
