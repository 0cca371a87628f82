package io.posthorn.benchmarks.measure;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;

/** How long things took, to three digits, up to ten minutes. */
public final class Latencies {
    private final ConcurrentHistogram histogram = new ConcurrentHistogram(TimeUnit.MINUTES.toMicros(10), 3);

    /** @param since a reading of {@link System#nanoTime} */
    public void recordSince(long since) {
        record(System.nanoTime() - since);
    }

    public void record(long nanos) {
        histogram.recordValue(Math.clamp(nanos / 1000, 1, histogram.getHighestTrackableValue()));
    }

    public long count() {
        return histogram.getTotalCount();
    }

    /** Milliseconds that so many percent did not exceed. */
    public double millis(double percentile) {
        return histogram.getValueAtPercentile(percentile) / 1000.0;
    }
}
