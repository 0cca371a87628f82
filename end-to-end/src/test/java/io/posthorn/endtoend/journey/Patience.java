package io.posthorn.endtoend.journey;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** How long a journey waits for what must happen: so long that a machine that stands still for a while fails no test. */
public final class Patience {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private Patience() {}

    public static ConditionFactory await() {
        return Awaitility.await().atMost(LIMIT);
    }
}
