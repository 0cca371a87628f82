package io.posthorn.devstack.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Tells what happens, each line with the seconds since the start, and remembers how long each step took. */
final class Timeline {
    private static final int LONGEST_TEXT = 72;

    private final PrintStream out;
    private final long begin = System.nanoTime();
    private final Map<String, Duration> steps = new LinkedHashMap<>();
    private String current = "";

    Timeline(PrintStream out) {
        this.out = out;
    }

    /** Runs a step under its name. */
    void step(String name, Runnable work) {
        line(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
        current = name;
        long started = System.nanoTime();
        try {
            work.run();
        } finally {
            steps.put(name, Duration.ofNanos(System.nanoTime() - started));
        }
    }

    /** Something that happens within a step. */
    void note(String format, Object... values) {
        line("  " + format.formatted(values));
    }

    Duration sinceStart() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** The step that runs, or ran last. */
    String current() {
        return current;
    }

    /** The steps so far, in order. */
    Map<String, Duration> steps() {
        return steps;
    }

    /** On one line, and not too long. */
    static String shortened(String text) {
        var line = text.replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= LONGEST_TEXT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_TEXT - 1)) + "…";
    }

    private synchronized void line(String text) {
        out.printf(Locale.ROOT, "%7.2f s  %s%n", sinceStart().toMillis() / 1000.0, text);
        out.flush();
    }
}
