package io.posthorn.messaging.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How channels are looked after. */
@ConfigMapping(prefix = "posthorn.messaging.session")
public interface SessionConfig {
    /** How often a number that works is read from Meta. */
    @WithDefault("1h")
    Duration checkEvery();

    /** How soon a number that works badly is tried again, three times. */
    @WithDefault("5s")
    Duration reconnectEvery();

    /** The longest pause between the tries after those, which become rarer. */
    @WithDefault("10m")
    Duration reconnectAtMost();

    /** After how long without a webhook or a call a number is off. */
    @WithDefault("30d")
    Duration expireAfter();

    /** How often is cleaned up. */
    @WithDefault("1h")
    Duration upkeepEvery();

    /** How old a sent message without any status is when Meta is asked for it. */
    @WithDefault("15m")
    Duration statusesMissingAfter();
}
