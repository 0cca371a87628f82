package io.posthorn.messaging.sending;

import io.posthorn.messaging.pacing.PacingLimits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How messages leave. */
@ConfigMapping(prefix = "posthorn.messaging.sending")
public interface SendingConfig {
    /** How long Meta may take to answer; afterwards nobody knows whether it accepted. */
    @WithDefault("15s")
    Duration callTimeout();

    /** How long a call without a result waits for a status webhook before the message is {@code unknown}. */
    @WithDefault("60s")
    Duration unknownAfter();

    /** Calls a second for one number, until Meta tells otherwise. */
    @WithDefault("80")
    int callsPerSecond();

    /** Calls of one process that may wait for Meta at the same time; its numbers share them, none gets more than half. */
    @WithDefault("400")
    int callsInFlight();

    /** Messages that a lane claims ahead of their turns. */
    @WithDefault("400")
    int claimAhead();

    /** How long a message that may not leave keeps its successors waiting before they are let by. */
    @WithDefault("60s")
    Duration headBlocks();

    @WithDefault("5")
    int maxAttempts();

    @WithDefault("2s")
    Duration firstRetryAfter();

    @WithDefault("5m")
    Duration lastRetryAfter();

    @WithDefault("6s")
    Duration leaseTime();

    /** How often the lanes are looked for work that no hint announced. */
    @WithDefault("250ms")
    Duration pollEvery();

    /** How often is looked for scheduled messages whose time has come. */
    @WithDefault("1s")
    Duration scheduleEvery();

    /** ISO country of numbers without a country code, for example {@code PT}. */
    Optional<String> defaultRegion();

    default PacingLimits limits() {
        var usual = PacingLimits.usual();
        return new PacingLimits(
                callsPerSecond(),
                usual.pairInterval(),
                usual.pairBurst(),
                maxAttempts(),
                firstRetryAfter().toMillis(),
                lastRetryAfter().toMillis(),
                headBlocks().toMillis(),
                unknownAfter().toMillis(),
                usual.keepWaiting());
    }
}
