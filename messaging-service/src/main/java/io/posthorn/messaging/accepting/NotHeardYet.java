package io.posthorn.messaging.accepting;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.Function;

/**
 * A template is unknown here, but may have been approved a moment ago: template-service shows that at once, its event needs
 * some milliseconds. The attempt is rolled back and made again before the client is told.
 */
public final class NotHeardYet extends RuntimeException {
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final int TIMES = 3;

    NotHeardYet() {
        super("A template is not known yet", null, false, false);
    }

    /** {@code attempt} is told whether it may still fail with this. */
    public static <T> Uni<T> patiently(Function<Boolean, Uni<T>> attempt) {
        return Uni.createFrom()
                .deferred(() -> attempt.apply(true))
                .onFailure(NotHeardYet.class)
                .retry()
                .withBackOff(PAUSE, PAUSE)
                .atMost(TIMES)
                .onFailure(NotHeardYet::is)
                .recoverWithUni(() -> attempt.apply(false));
    }

    /** Mutiny wraps the last failure when it gives up. */
    private static boolean is(Throwable failure) {
        return failure instanceof NotHeardYet || failure.getCause() instanceof NotHeardYet;
    }
}
