package io.posthorn.devstack.stack;

import io.posthorn.devstack.process.ChildProcess;
import io.posthorn.devstack.process.Launcher;
import io.posthorn.devstack.process.RotatingLog;
import io.posthorn.devstack.process.StartFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The processes of one stack. A child is recorded the moment it exists, so an interruption at any time finds it, and once
 * stopping has begun none is started any more.
 */
final class Children {
    private static final Duration GRACE = Duration.ofSeconds(10);
    /** PostgreSQL writes its memory to disk before it ends. */
    private static final Duration STORE_GRACE = Duration.ofSeconds(30);

    private static final Pattern ERROR_LEVEL = Pattern.compile(
            "^\\S+( \\S+)? +(ERROR|FATAL|PANIC)\\b|\\] \\S* ?(FATAL|PANIC):|^\\{.*\"level\":\"(ERROR|FATAL)\"");

    private final RunRecord record;
    private final RotatingLog errors;
    private final StackSettings settings;
    private final Map<Part, ChildProcess> running = new EnumMap<>(Part.class);
    private final Map<Part, QuickStart> quickStarts = new EnumMap<>(Part.class);
    private final List<ChildProcess> helpers = new ArrayList<>();
    private final BlockingQueue<Part> deaths = new LinkedBlockingQueue<>();
    private boolean stopping;

    Children(RunRecord record, RotatingLog errors, StackSettings settings) {
        this.errors = errors;
        this.record = record;
        this.settings = settings;
    }

    Launcher launcher(Part part) {
        return command -> launch(part, command);
    }

    /** This part is ready; how it ends is of use for its next start. */
    synchronized void ready(Part part, QuickStart quickStart) {
        quickStarts.remove(part);
        if (quickStart.records()) {
            quickStarts.put(part, quickStart);
        }
    }

    synchronized Optional<ChildProcess> of(Part part) {
        return Optional.ofNullable(running.get(part));
    }

    /** The next part that ends without being asked to; waits for it. */
    Part nextDeath() throws InterruptedException {
        return deaths.take();
    }

    Optional<Part> nextDeath(Duration limit) throws InterruptedException {
        return Optional.ofNullable(deaths.poll(limit.toMillis(), TimeUnit.MILLISECONDS));
    }

    void kill(Part part) {
        remove(part).ifPresent(ChildProcess::kill);
    }

    void stop(List<Part> parts) {
        var stopping = parts.stream()
                .flatMap(part -> remove(part).map(child -> Thread.ofVirtual().start(() -> stop(part, child))).stream())
                .toList();
        stopping.forEach(Children::join);
    }

    private void stop(Part part, ChildProcess child) {
        if (part.isStore()) {
            child.stop(STORE_GRACE);
            return;
        }
        var quickStart = quickStart(part);
        child.stop(quickStart.map(QuickStart::grace).orElse(GRACE));
        quickStart.ifPresent(one -> one.keep(child));
    }

    /** From here on nothing starts; programs that only help starting end at once. */
    void close() {
        List<ChildProcess> ending;
        synchronized (this) {
            stopping = true;
            ending = List.copyOf(helpers);
        }
        ending.forEach(helper -> helper.stop(Duration.ZERO));
    }

    /** Only of what has been ready: a start that was broken off is nothing to repeat. */
    private synchronized Optional<QuickStart> quickStart(Part part) {
        return Optional.ofNullable(quickStarts.get(part));
    }

    private synchronized ChildProcess launch(Part part, ChildProcess.Command command) {
        if (stopping) {
            throw new StartFailure(command.name() + " is not started because the stack is stopping");
        }
        var child = ChildProcess.start(command, line -> keepError(command.name(), line));
        boolean isThePart = command.name().equals(part.label());
        record.add(child, isThePart ? settings.ports().of(part) : 0);
        if (isThePart) {
            running.put(part, child);
            child.onExit().thenRun(() -> died(part, child));
        } else {
            helpers.add(child);
            child.onExit().thenRun(() -> record.remove(child));
        }
        return child;
    }

    private void keepError(String name, String line) {
        if (ERROR_LEVEL.matcher(line).find()) {
            errors.append(name + ": " + line);
        }
    }

    private synchronized void died(Part part, ChildProcess child) {
        if (!stopping && running.get(part) == child) {
            deaths.add(part);
        }
    }

    private synchronized Optional<ChildProcess> remove(Part part) {
        return Optional.ofNullable(running.remove(part));
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
