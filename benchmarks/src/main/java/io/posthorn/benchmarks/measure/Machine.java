package io.posthorn.benchmarks.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** How busy the whole machine was since this was made, whoever kept it so: wall-clock figures are worth as much as it was idle. */
public final class Machine {
    private static final int IDLE = 3;
    private static final int WAITING_FOR_DISKS = 4;

    private final long[] before = read();

    /** Per cent of all processors; -1 where the system does not tell. */
    public double busyPercent() {
        var now = read();
        if (now.length == 0 || before.length == 0) {
            return -1;
        }
        long all = Arrays.stream(now).sum() - Arrays.stream(before).sum();
        long idle = now[IDLE] + now[WAITING_FOR_DISKS] - before[IDLE] - before[WAITING_FOR_DISKS];
        return all == 0 ? -1 : 100.0 * (all - idle) / all;
    }

    private static long[] read() {
        try (var lines = Files.lines(Path.of("/proc/stat"))) {
            var total = lines.findFirst().orElseThrow().trim().split(" +");
            // Guests' time is part of the user's.
            return Arrays.stream(total, 1, Math.min(total.length, 9))
                    .mapToLong(Long::parseLong)
                    .toArray();
        } catch (IOException notLinux) {
            return new long[0];
        }
    }
}
