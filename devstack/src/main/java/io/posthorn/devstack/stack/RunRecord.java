package io.posthorn.devstack.stack;

import io.posthorn.devstack.process.ChildProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The file that says which processes belong to a home, so another terminal can find them, even after the one that started
 * them was killed. A process is known by its id and its start time, because ids come back.
 */
public final class RunRecord {
    public static final String SUPERVISOR = "supervisor";
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

    private final Path file;
    private final List<Entry> entries = new ArrayList<>();

    /** One process: who it is, since when, where it listens (0: nowhere) and how long it took to be ready (0: is not). */
    public record Entry(String name, long pid, Instant startedAt, int port, String stopSignal, long readyMillis) {
        /** The process, if it still is the one that was recorded. */
        public Optional<ProcessHandle> process() {
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(handle -> handle.info()
                    .startInstant()
                    .map(start -> Duration.between(startedAt, start).abs().compareTo(CLOCK_TOLERANCE) <= 0)
                    .orElse(true));
        }

        private String toLine() {
            return String.join(
                    "\t", name, "" + pid, "" + startedAt.toEpochMilli(), "" + port, stopSignal, "" + readyMillis);
        }

        private static Entry fromLine(String line) {
            var fields = line.split("\t");
            return new Entry(
                    fields[0],
                    Long.parseLong(fields[1]),
                    Instant.ofEpochMilli(Long.parseLong(fields[2])),
                    Integer.parseInt(fields[3]),
                    fields[4],
                    Long.parseLong(fields[5]));
        }
    }

    RunRecord(Path home) {
        this.file = file(home);
    }

    static Path file(Path home) {
        return home.resolve("run").resolve("processes.tsv");
    }

    /** What was recorded last, oldest process first; empty when nothing runs or ran. */
    public static List<Entry> read(Path home) {
        try {
            return Files.exists(file(home))
                    ? Files.readAllLines(file(home)).stream()
                            .map(Entry::fromLine)
                            .toList()
                    : List.of();
        } catch (IOException | RuntimeException failure) {
            throw new IllegalStateException("Cannot read " + file(home) + ": " + failure.getMessage(), failure);
        }
    }

    static void delete(Path home) {
        try {
            Files.deleteIfExists(file(home));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The supervisor itself is where mail arrives. */
    synchronized void addSupervisor(int mailPort) {
        add(entry(SUPERVISOR, ProcessHandle.current(), mailPort, "TERM"));
    }

    /** A stopped process that is started again takes its old place. */
    synchronized void add(ChildProcess child, int port) {
        entries.removeIf(entry -> entry.name().equals(child.name()));
        add(entry(child.name(), child.handle(), port, child.stopSignal()));
    }

    /** A program that only helped others to start is not missed when it has ended. */
    synchronized void remove(ChildProcess child) {
        if (entries.removeIf(entry -> entry.pid() == child.handle().pid())) {
            write();
        }
    }

    synchronized void ready(String name, Duration after) {
        entries.replaceAll(entry -> entry.name().equals(name)
                ? new Entry(
                        name,
                        entry.pid(),
                        entry.startedAt(),
                        entry.port(),
                        entry.stopSignal(),
                        Math.max(1, after.toMillis()))
                : entry);
        write();
    }

    private void add(Entry entry) {
        entries.add(entry);
        write();
    }

    private static Entry entry(String name, ProcessHandle process, int port, String stopSignal) {
        var start = process.info().startInstant().orElse(Instant.now());
        return new Entry(name, process.pid(), start, port, stopSignal, 0);
    }

    private void write() {
        try {
            Files.createDirectories(file.getParent());
            var partial = file.resolveSibling(file.getFileName() + ".partial");
            Files.write(partial, entries.stream().map(Entry::toLine).toList());
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot write " + file, failure);
        }
    }
}
