package io.posthorn.benchmarks.start;

import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.Progress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers how long each part took from being started to being ready, the last time. */
final class StartTimes implements Progress {
    private final Map<Part, Duration> last = new ConcurrentHashMap<>();

    @Override
    public void ready(Part part, Duration after, long residentBytes) {
        last.put(part, after);
    }

    @Override
    public void note(String text) {}

    double millis(Part part) {
        return last.get(part).toNanos() / 1e6;
    }
}
