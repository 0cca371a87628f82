package io.posthorn.benchmarks.measure;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine.Option;

/** The options that all benchmarks share, and their voice. Progress goes to the error stream, so that JSON stays JSON. */
public final class Report {
    @Option(names = "--json", description = "Print one JSON object instead of a table")
    private boolean json;

    public void progress(String text, Object... values) {
        System.err.printf("%s  %s%n", LocalTime.now().truncatedTo(ChronoUnit.SECONDS), text.formatted(values));
    }

    /** What is known before the end, for those who watch, and in case that the rest fails. */
    public Figures known(Figures part) {
        part.print(System.err, false);
        return part;
    }

    /** Ends with 0 also when a goal was missed: a figure is a figure. The table and {@code goalsReached} tell. */
    public int finish(Figures figures) {
        figures.print(System.out, json);
        return 0;
    }
}
