package io.posthorn.simulator.world;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * What a world does later, by its own clock. All of it runs on one event loop of the world, so state that is touched
 * only from here needs no locks.
 */
public final class Timeline {
    private static final Logger LOG = Logger.getLogger(Timeline.class);
    private static final int LONGEST = 100_000;
    private static final long NO_TIMER = -1;

    private final Vertx vertx;
    private final Context context;
    private final WorldClock clock;
    private final AtomicLong changes;
    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparingLong(Task::due).thenComparingLong(Task::sequence));
    private final AtomicInteger waiting = new AtomicInteger();
    private long sequence;
    private long timer = NO_TIMER;

    Timeline(Vertx vertx, WorldClock clock, AtomicLong changes) {
        this.changes = changes;
        this.vertx = vertx;
        this.context = ((VertxInternal) vertx).createEventLoopContext();
        this.clock = clock;
    }

    /** Runs on the world's event loop as soon as possible. */
    public void soon(Runnable task) {
        context.runOnContext(ignored -> run(task));
    }

    /** Runs when the world's clock has moved on by so much. */
    public void after(long millis, Runnable task) {
        var due = clock.millis() + millis;
        waiting.incrementAndGet();
        context.runOnContext(ignored -> add(due, task));
    }

    /** Runs after so much real time, whatever the world's clock does. */
    public void afterRealTime(long millis, Runnable task) {
        context.runOnContext(ignored -> vertx.setTimer(Math.max(1, millis), timerId -> run(task)));
    }

    public boolean isFull() {
        return waiting.get() >= LONGEST;
    }

    int waiting() {
        return waiting.get();
    }

    void clockMoved() {
        context.runOnContext(ignored -> runDueTasks());
    }

    void clear() {
        context.runOnContext(ignored -> {
            waiting.addAndGet(-tasks.size());
            tasks.clear();
            rearm();
        });
    }

    private void add(long due, Runnable task) {
        var next = tasks.peek();
        tasks.add(new Task(due, sequence++, task));
        if (next == null || due < next.due()) {
            rearm();
        }
    }

    private void runDueTasks() {
        while (!tasks.isEmpty() && tasks.peek().due() <= clock.millis()) {
            waiting.decrementAndGet();
            run(tasks.poll().work());
        }
        rearm();
    }

    private void rearm() {
        vertx.cancelTimer(timer);
        timer = NO_TIMER;
        var next = tasks.peek();
        if (next != null && (!clock.isFrozen() || next.due() <= clock.millis())) {
            timer = vertx.setTimer(Math.max(1, next.due() - clock.millis()), ignored -> runDueTasks());
        }
    }

    private void run(Runnable task) {
        changes.incrementAndGet();
        try {
            task.run();
        } catch (RuntimeException failure) {
            LOG.error("A task of a world failed", failure);
        }
    }

    private record Task(long due, long sequence, Runnable work) {}
}
