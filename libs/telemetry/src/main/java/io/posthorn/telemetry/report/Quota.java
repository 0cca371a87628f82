package io.posthorn.telemetry.report;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** A group once a minute, all together so many; what is left out is counted and told with the group's next report. */
final class Quota {
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final int MOST_GROUPS = 500;

    private static final class Group {
        private long since;
        private int leftOut;
    }

    private final int mostPerMinute;
    private final Map<String, Group> groups = new HashMap<>();
    private long minuteBegan;
    private int inMinute;
    private long silentUntil;

    Quota(int mostPerMinute) {
        this.mostPerMinute = mostPerMinute;
    }

    /** How many of the group were left out before this one; empty when this one is left out as well. */
    synchronized OptionalInt admit(String name, long now) {
        if (now - minuteBegan >= MINUTE) {
            minuteBegan = now;
            inMinute = 0;
        }
        if (groups.size() >= MOST_GROUPS && !groups.containsKey(name)) {
            groups.values().removeIf(group -> now - group.since >= MINUTE);
        }
        var group = groups.size() < MOST_GROUPS ? groups.computeIfAbsent(name, fresh -> group(now)) : groups.get(name);
        if (group == null || now < silentUntil || inMinute >= mostPerMinute || now - group.since < MINUTE) {
            if (group != null) {
                group.leftOut++;
            }
            return OptionalInt.empty();
        }
        var leftOut = group.leftOut;
        group.leftOut = 0;
        group.since = now;
        inMinute++;
        return OptionalInt.of(leftOut);
    }

    /** The receiver asked for silence. */
    synchronized void rest(long until) {
        silentUntil = Math.max(silentUntil, until);
    }

    private static Group group(long now) {
        var group = new Group();
        group.since = now - MINUTE;
        return group;
    }
}
