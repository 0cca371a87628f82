package io.posthorn.gateway.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** The exact sliding window inside this process, for a bounded number of callers; the one not seen for longest is forgotten. */
public final class LocalWindows {
    private final Clock clock;
    private final Map<String, Deque<Instant>> byKey;

    public LocalWindows(int capacity, Clock clock) {
        this.clock = clock;
        this.byKey = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
                return size() > capacity;
            }
        };
    }

    /** How long until one more fits; zero when it does now. */
    public synchronized Duration waiting(String key, Quota quota) {
        var now = clock.instant();
        var seen = inWindow(key, quota, now);
        return seen.size() < quota.limit() ? Duration.ZERO : until(seen, quota, now);
    }

    public synchronized void count(String key, Quota quota) {
        var now = clock.instant();
        var seen = inWindow(key, quota, now);
        if (seen.size() < quota.limit()) {
            seen.addLast(now);
        }
    }

    synchronized Verdict look(String key, Quota quota) {
        var now = clock.instant();
        var seen = inWindow(key, quota, now);
        var more = seen.isEmpty() ? Duration.ZERO : until(seen, quota, now);
        boolean fits = seen.size() < quota.limit();
        return new Verdict(fits, quota.limit() - seen.size(), more, fits ? Duration.ZERO : more);
    }

    private Deque<Instant> inWindow(String key, Quota quota, Instant now) {
        var seen = byKey.computeIfAbsent(key, first -> new ArrayDeque<>());
        while (!seen.isEmpty() && !seen.getFirst().plus(quota.window()).isAfter(now)) {
            seen.removeFirst();
        }
        return seen;
    }

    private static Duration until(Deque<Instant> seen, Quota quota, Instant now) {
        return Duration.between(now, seen.getFirst().plus(quota.window()));
    }
}
