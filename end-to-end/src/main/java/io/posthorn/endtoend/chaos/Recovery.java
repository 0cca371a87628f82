package io.posthorn.endtoend.chaos;

import io.posthorn.devstack.process.StartFailure;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** What is being started again, beside the load and further disasters. */
final class Recovery {
    private static final int MOST_TRIES = 5;

    private final Map<String, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();

    interface Step {
        void run() throws Exception;
    }

    void begin(String what, Step recovery) {
        underWay.put(
                what, CompletableFuture.runAsync(() -> run(recovery), Executors.newVirtualThreadPerTaskExecutor()));
    }

    /** Throws what went wrong, when it could not be brought back. */
    boolean isBack(String what) {
        var recovery = underWay.getOrDefault(what, CompletableFuture.completedFuture(null));
        if (recovery.isCompletedExceptionally()) {
            recovery.join();
        }
        return recovery.isDone();
    }

    void awaitAll() {
        underWay.values().forEach(CompletableFuture::join);
    }

    /** What cannot start because something else is away is started again, as a cluster does it. */
    private static void run(Step recovery) {
        for (int tries = 1; ; tries++) {
            try {
                recovery.run();
                return;
            } catch (StartFailure failure) {
                if (tries == MOST_TRIES) {
                    throw failure;
                }
            } catch (RuntimeException failure) {
                throw failure;
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        }
    }
}
