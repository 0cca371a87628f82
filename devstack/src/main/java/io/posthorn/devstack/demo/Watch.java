package io.posthorn.devstack.demo;

import io.posthorn.devstack.stack.Stack;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Looks again and again until nothing is missing any more. A process that dies meanwhile ends the waiting. */
final class Watch {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final Stack stack;

    Watch(Stack stack) {
        this.stack = stack;
    }

    /** @param missing what is not yet as it should be; empty when all is well */
    void until(Duration limit, Supplier<Optional<String>> missing) {
        long deadline = System.nanoTime() + limit.toNanos();
        for (var lack = missing.get(); lack.isPresent(); lack = missing.get()) {
            if (System.nanoTime() > deadline) {
                throw new DemoFailure("%s, after %d s of waiting".formatted(lack.get(), limit.toSeconds()));
            }
            pause();
        }
    }

    private void pause() {
        try {
            stack.awaitDeath(BETWEEN_LOOKS).ifPresent(part -> {
                throw new DemoFailure(part.label() + " ended");
            });
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("Interrupted");
        }
    }
}
