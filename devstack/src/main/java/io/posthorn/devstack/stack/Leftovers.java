package io.posthorn.devstack.stack;

import io.posthorn.devstack.process.Signals;
import io.posthorn.devstack.stack.RunRecord.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** Stops what a home still has running: first its supervisor, who stops the rest in order; then whatever is left. */
public final class Leftovers {
    /** It may have quick starts to record. */
    private static final Duration SUPERVISOR_GRACE = Duration.ofMinutes(4);

    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final List<String> STORES =
            List.of(Part.POSTGRES.label(), Part.KAFKA.label(), Part.REDIS.label(), "initdb");

    private Leftovers() {}

    /** How many processes were running and are stopped now. */
    public static int stop(Path home) {
        var entries = RunRecord.read(home);
        int alive = (int) entries.stream().filter(Leftovers::isStoppable).count();
        entries.stream().filter(Leftovers::isSupervisor).forEach(entry -> end(entry, SUPERVISOR_GRACE));
        endAll(entries, entry -> !isSupervisor(entry) && !isStore(entry));
        endAll(entries, Leftovers::isStore);
        if (alive == 0) {
            alive = endForgottenPostgres(home);
        }
        RunRecord.delete(home);
        return alive;
    }

    private static void endAll(List<Entry> entries, Predicate<Entry> chosen) {
        var targets = entries.stream().filter(chosen).toList();
        targets.forEach(entry -> entry.process().ifPresent(process -> Signals.send(process, entry.stopSignal())));
        targets.forEach(entry -> end(entry, GRACE));
    }

    private static void end(Entry entry, Duration grace) {
        if (!isStoppable(entry)) {
            return;
        }
        entry.process().ifPresent(process -> {
            Signals.send(process, entry.stopSignal());
            if (!endsWithin(process, grace)) {
                process.destroyForcibly();
                endsWithin(process, grace);
            }
        });
    }

    /** A postmaster that no record names any more, but that its own pid file does. */
    private static int endForgottenPostgres(Path home) {
        var process =
                postmaster(home.resolve("data").resolve(Part.POSTGRES.label()).resolve("postmaster.pid"));
        process.ifPresent(postmaster -> {
            Signals.send(postmaster, "INT");
            endsWithin(postmaster, GRACE);
        });
        return process.isPresent() ? 1 : 0;
    }

    private static Optional<ProcessHandle> postmaster(Path pidFile) {
        try {
            if (!Files.exists(pidFile)) {
                return Optional.empty();
            }
            long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> process.info().command().orElse("").endsWith("postgres"));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /** A supervisor that reads its own record, because it is starting, does not stop itself. */
    private static boolean isStoppable(Entry entry) {
        return entry.pid() != ProcessHandle.current().pid() && entry.process().isPresent();
    }

    private static boolean isSupervisor(Entry entry) {
        return entry.name().equals(RunRecord.SUPERVISOR);
    }

    private static boolean isStore(Entry entry) {
        return STORES.contains(entry.name());
    }

    private static boolean endsWithin(ProcessHandle process, Duration limit) {
        try {
            process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
