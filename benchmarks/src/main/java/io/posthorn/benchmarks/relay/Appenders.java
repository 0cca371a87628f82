package io.posthorn.benchmarks.relay;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Commits events at a fixed rate, a few in each transaction, whatever becomes of those before. */
final class Appenders {
    static final int CONNECTIONS = 4;
    static final int PER_TRANSACTION = 5;

    private final OutboxTable table;
    private final int rate;
    private final IntConsumer committed;

    Appenders(OutboxTable table, int rate, IntConsumer committed) {
        this.table = table;
        this.rate = rate;
        this.committed = committed;
    }

    void append(int from, int to) throws InterruptedException, ExecutionException {
        long began = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            var all = new ArrayList<Future<?>>();
            for (int which = 0; which < CONNECTIONS; which++) {
                int first = from + which * PER_TRANSACTION;
                all.add(threads.submit(() -> {
                    appendEvery(CONNECTIONS * PER_TRANSACTION, first, from, to, began);
                    return null;
                }));
            }
            for (var one : all) {
                one.get();
            }
        }
    }

    private void appendEvery(int step, int first, int from, int to, long began) throws SQLException {
        try (var connection = table.connect()) {
            for (int start = first; start < to; start += step) {
                await(began + (start - from) * 1_000_000_000L / rate);
                var events = events(start, Math.min(to, start + PER_TRANSACTION));
                table.append(connection, events);
                events.forEach(event -> committed.accept(event.number()));
            }
        }
    }

    private static List<Event> events(int from, int to) {
        return IntStream.range(from, to).mapToObj(Event::of).toList();
    }

    private static void await(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
