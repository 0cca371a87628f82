package io.posthorn.simulator.world;

import java.time.Duration;
import java.time.Instant;

/** A world's time: the computer's, moved; or frozen, then it moves only when told to. */
public final class WorldClock {
    private volatile Reading reading = new Reading(0, null);

    public Instant now() {
        return Instant.ofEpochMilli(millis());
    }

    public long millis() {
        return reading.millis();
    }

    /** As webhooks write it: a text of whole seconds. */
    public String seconds() {
        return Long.toString(millis() / 1000);
    }

    boolean isFrozen() {
        return reading.frozenAt() != null;
    }

    synchronized void advance(Duration by) {
        reading = reading.isAt(Math.addExact(millis(), by.toMillis()));
    }

    synchronized void set(Instant time) {
        reading = reading.isAt(time.toEpochMilli());
    }

    synchronized void freeze(boolean frozen) {
        var now = millis();
        reading = new Reading(now - System.currentTimeMillis(), frozen ? now : null);
    }

    synchronized void reset() {
        reading = new Reading(0, null);
    }

    Reading reading() {
        return reading;
    }

    synchronized void recall(Reading other) {
        reading = other;
    }

    record Reading(long offset, Long frozenAt) {
        long millis() {
            return frozenAt == null ? System.currentTimeMillis() + offset : frozenAt;
        }

        Reading isAt(long millis) {
            return frozenAt == null
                    ? new Reading(millis - System.currentTimeMillis(), null)
                    : new Reading(offset, millis);
        }
    }
}
