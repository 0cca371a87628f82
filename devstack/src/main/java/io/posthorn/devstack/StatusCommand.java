package io.posthorn.devstack;

import io.posthorn.devstack.process.Memory;
import io.posthorn.devstack.stack.RunRecord;
import io.posthorn.devstack.stack.RunRecord.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** One line per process: what it is, where, since when, how quickly it was ready and what it weighs. */
@Command(name = "status", description = "Show what runs")
final class StatusCommand implements Callable<Integer> {
    /** As service managers answer for a service that is not running. */
    private static final int NOT_RUNNING = 3;

    private static final long MEGABYTE = 1024 * 1024;

    @Mixin
    private Places places;

    @Override
    public Integer call() {
        var entries = RunRecord.read(places.home());
        if (entries.stream().noneMatch(entry -> entry.process().isPresent())) {
            System.out.println("Posthorn is not running. Start it with ./posthorn up");
            return NOT_RUNNING;
        }
        System.out.printf(
                "%-18s %8s %6s  %-8s %10s %8s %8s%n", "NAME", "PID", "PORT", "STATE", "UPTIME", "START", "RSS");
        entries.forEach(StatusCommand::print);
        long total = entries.stream().mapToLong(StatusCommand::resident).sum();
        System.out.printf("%-18s %62s%n", "total", total / MEGABYTE + " MB");
        boolean complete = entries.stream().allMatch(entry -> entry.process().isPresent());
        return complete ? 0 : NOT_RUNNING;
    }

    private static void print(Entry entry) {
        System.out.printf(
                Locale.ROOT,
                "%-18s %8d %6s  %-8s %10s %8s %8s%n",
                entry.name(),
                entry.pid(),
                entry.port() == 0 ? "-" : "" + entry.port(),
                state(entry),
                entry.process().isPresent() ? uptime(entry) : "-",
                entry.readyMillis() == 0 ? "-" : "%.1f s".formatted(entry.readyMillis() / 1000.0),
                resident(entry) / MEGABYTE + " MB");
    }

    private static String state(Entry entry) {
        if (entry.process().isEmpty()) {
            return "gone";
        }
        return entry.readyMillis() == 0 ? "starting" : "ready";
    }

    /** The supervisor's children are counted on their own lines. */
    private static long resident(Entry entry) {
        return entry.process()
                .map(process ->
                        entry.name().equals(RunRecord.SUPERVISOR) ? Memory.own(process) : Memory.resident(process))
                .orElse(0L);
    }

    private static String uptime(Entry entry) {
        var age = Duration.between(entry.startedAt(), Instant.now());
        return "%d:%02d:%02d".formatted(age.toHours(), age.toMinutesPart(), age.toSecondsPart());
    }
}
