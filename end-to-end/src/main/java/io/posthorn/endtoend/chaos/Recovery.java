package io.posthorn.endtoend.chaos;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** What is being started again, beside the load and further disasters. */
final class Recovery implements Disasters.Recoveries {
    private final Map<String, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();

    @Override
    public void begin(String what, Runnable recovery) {
        underWay.put(what, CompletableFuture.runAsync(recovery, Executors.newVirtualThreadPerTaskExecutor()));
    }

    @Override
    public void await(String what) {
        underWay.getOrDefault(what, CompletableFuture.completedFuture(null)).join();
    }

    void awaitAll() {
        underWay.keySet().forEach(this::await);
    }
}
