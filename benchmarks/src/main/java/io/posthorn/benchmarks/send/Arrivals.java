package io.posthorn.benchmarks.send;

import java.util.Arrays;
import java.util.BitSet;

/** What came in for one number, in the order in which it came: which message, and when. */
final class Arrivals {
    private final BitSet seen = new BitSet();
    private long[] times = new long[1 << 12];
    private long[] byMessage = new long[1 << 12];
    private int count;

    synchronized void add(int message, long at) {
        times = room(times, count);
        times[count++] = at;
        byMessage = room(byMessage, message);
        if (!seen.get(message)) {
            byMessage[message] = at;
        }
        seen.set(message);
    }

    synchronized int count() {
        return count;
    }

    synchronized int different() {
        return seen.cardinality();
    }

    synchronized int duplicated() {
        return count - seen.cardinality();
    }

    /** When it came first, in nanoseconds; 0 when it did not. */
    synchronized long at(int message) {
        return seen.get(message) ? byMessage[message] : 0;
    }

    /** From one arrival to another, both counted from 0. */
    synchronized double perSecond(int from, int to) {
        return (to - from) * 1e9 / (times[to] - times[from]);
    }

    /** The fewest that came in one whole second between two arrivals. */
    synchronized int slowestSecond(int from, int to) {
        int fewest = Integer.MAX_VALUE;
        for (long second = times[from]; second + 1_000_000_000L <= times[to]; second += 1_000_000_000L) {
            fewest = Math.min(fewest, before(second + 1_000_000_000L) - before(second));
        }
        return fewest;
    }

    private int before(long time) {
        int place = Arrays.binarySearch(times, 0, count, time);
        return place >= 0 ? place : -place - 1;
    }

    private static long[] room(long[] values, int index) {
        return index < values.length ? values : Arrays.copyOf(values, Math.max(index + 1, values.length * 2));
    }
}
