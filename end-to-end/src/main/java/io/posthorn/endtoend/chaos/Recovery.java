package io.posthorn.endtoend.chaos;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** What is being started again, beside the load and further disasters. */
final class Recovery {
    private final Map<String, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();

    interface Step {
        void run() throws Exception;
    }

    void begin(String what, Step recovery) {
        underWay.put(
                what,
                CompletableFuture.runAsync(() -> run(recovery), Executors.newVirtualThreadPerTaskExecutor()));
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

    private static void run(Step recovery) {
        try {
            recovery.run();
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
