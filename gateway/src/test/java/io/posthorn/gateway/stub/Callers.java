package io.posthorn.gateway.stub;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Many callers at once, and addresses that nobody used before. */
public final class Callers {
    private Callers() {}

    /** Of a network that is kept for documentation, behind a proxy that the gateway believes. */
    public static String freshAddress() {
        var random = ThreadLocalRandom.current();
        return "2001:db8:%x:%x::1".formatted(random.nextInt(0x10000), random.nextInt(0x10000));
    }

    public static <T> List<T> together(int number, Callable<T> call) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads
                    .invokeAll(IntStream.range(0, number).mapToObj(each -> call).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }
}
