package io.posthorn.devstack.demo;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Does things at the same time. Returns when all are done; the first failure is the one that is reported. */
final class SideBySide {
    private SideBySide() {}

    /** Each at its moment, in milliseconds from now. */
    static <T> void at(List<T> items, ToLongFunction<T> moment, Consumer<T> work) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            join(all(
                    items,
                    item -> CompletableFuture.runAsync(
                            () -> work.accept(item), after(moment.applyAsLong(item), threads))));
        }
    }

    /** So many at a time. */
    static <T> void each(List<T> items, int atATime, Consumer<T> work) {
        join(begin(items, atATime, work));
    }

    /** The same, but without waiting for the end. */
    static <T> CompletableFuture<Void> begin(List<T> items, int atATime, Consumer<T> work) {
        var threads = Executors.newFixedThreadPool(atATime, Thread.ofVirtual().factory());
        return all(items, item -> CompletableFuture.runAsync(() -> work.accept(item), threads))
                .whenComplete((done, failure) -> threads.shutdown());
    }

    static void join(CompletableFuture<Void> work) {
        try {
            work.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException known ? known : failure;
        }
    }

    private static <T> CompletableFuture<Void> all(List<T> items, Function<T, CompletableFuture<Void>> start) {
        return CompletableFuture.allOf(items.stream().map(start).toArray(CompletableFuture<?>[]::new));
    }

    private static Executor after(long millis, Executor executor) {
        return millis == 0 ? executor : CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, executor);
    }
}
