package io.posthorn.benchmarks.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** What lives in the heap of another JVM. */
public final class Heap {
    private static final double MEGABYTE = 1024 * 1024;

    private Heap() {}

    /** Megabytes that survive a full collection; the collection is asked for. */
    public static double liveMegabytes(long pid) throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var process = new ProcessBuilder(jcmd, Long.toString(pid), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("jcmd failed: " + output);
        }
        return output.lines()
                .filter(line -> line.startsWith("Total"))
                .mapToDouble(line -> Double.parseDouble(
                        Arrays.stream(line.trim().split(" +")).toList().getLast()))
                .map(bytes -> bytes / MEGABYTE)
                .findFirst()
                .orElseThrow(() -> new IOException("jcmd named no total: " + output));
    }
}
