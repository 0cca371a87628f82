package io.posthorn.gateway.load;

import io.posthorn.gateway.problem.GatewayProblems;
import io.posthorn.gateway.problem.Refusal;
import io.posthorn.gateway.route.Priority;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Places for requests under way. Each priority may only fill its share. */
public final class Room {
    private static final Duration SOON = Duration.ofSeconds(1);

    private final int size;
    private final String whenFull;
    private final AtomicInteger taken = new AtomicInteger();

    /** A place is left once, however often that is said. */
    public interface Place {
        void leave();
    }

    public Room(int size, String whenFull) {
        this.size = size;
        this.whenFull = whenFull;
    }

    public Place enter(Priority priority) {
        if (taken.incrementAndGet() > priority.of(size)) {
            taken.decrementAndGet();
            throw Refusal.retryable(GatewayProblems.UNAVAILABLE, whenFull, SOON);
        }
        var left = new AtomicBoolean();
        return () -> {
            if (left.compareAndSet(false, true)) {
                taken.decrementAndGet();
            }
        };
    }

    public int taken() {
        return taken.get();
    }
}
