package io.posthorn.simulator.number;

import io.posthorn.simulator.graph.GraphError;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Whether the number may send, and the PIN that guards it. Used under the lock of its number. */
final class Registration {
    private static final int MOST_CHANGES = 10;
    private static final int MOST_WRONG_PINS = 5;
    private static final long CHANGES_COUNT_FOR = Duration.ofHours(72).toMillis();
    private static final long LOCKED_FOR = Duration.ofHours(12).toMillis();
    private static final long BETWEEN_GUESSES = Duration.ofSeconds(5).toMillis();

    private final Deque<Long> changes = new ArrayDeque<>();
    private String pin = "";
    private boolean active;
    private long onboardedAt = -1;
    private int wrongPins;
    private long lastWrongAt;

    /** Without a PIN, until the first registration sets one. */
    void begin(String firstPin, long now) {
        pin = firstPin;
        active = true;
        onboardedAt = now;
    }

    String pin() {
        return pin;
    }

    void recall(String knownPin, boolean isActive, long since) {
        pin = knownPin;
        active = isActive;
        onboardedAt = since;
    }

    boolean isActive() {
        return active;
    }

    boolean hasPin() {
        return !pin.isEmpty();
    }

    /** By the world's clock; -1 before the first registration. */
    long onboardedAt() {
        return onboardedAt;
    }

    void register(String given, boolean verified, long now) {
        requireFewChanges(now);
        if (!active && !verified) {
            throw GraphError.of(133006)
                    .withDetails("Phone number needs to be verified before registering. Request and verify a code.")
                    .failure();
        }
        requirePin(given, now);
        changes.add(now);
        begin(given, now);
    }

    void deregister(long now) {
        requireActive();
        requireFewChanges(now);
        changes.add(now);
        active = false;
    }

    void changePin(String next) {
        requireActive();
        pin = next;
        wrongPins = 0;
    }

    void requireActive() {
        if (!active) {
            throw GraphError.of(133010).failure();
        }
    }

    private void requirePin(String given, long now) {
        if (!hasPin()) {
            return;
        }
        if (wrongPins >= MOST_WRONG_PINS && now - lastWrongAt < LOCKED_FOR) {
            throw GraphError.of(133008)
                    .withDetails(
                            "Too many PIN guesses. Try again after " + Instant.ofEpochMilli(lastWrongAt + LOCKED_FOR))
                    .failure();
        }
        if (wrongPins > 0 && now - lastWrongAt < BETWEEN_GUESSES) {
            throw GraphError.of(133009)
                    .withDetails("Wait a few seconds before the next guess.")
                    .failure();
        }
        if (!pin.equals(given)) {
            wrongPins = wrongPins >= MOST_WRONG_PINS ? 1 : wrongPins + 1;
            lastWrongAt = now;
            throw GraphError.of(133005).failure();
        }
        wrongPins = 0;
    }

    private void requireFewChanges(long now) {
        while (!changes.isEmpty() && now - changes.peek() >= CHANGES_COUNT_FOR) {
            changes.poll();
        }
        if (changes.size() >= MOST_CHANGES) {
            throw GraphError.of(133016)
                    .withDetails("The number was registered and deregistered %d times within 72 hours."
                            .formatted(MOST_CHANGES))
                    .failure();
        }
    }
}
