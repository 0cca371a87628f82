package io.posthorn.kit.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the relay works. */
@ConfigMapping(prefix = "posthorn.outbox")
public interface RelayConfig {
    /** Off only in tests that look at the outbox itself. */
    @WithDefault("true")
    boolean relayEnabled();

    @WithDefault("1000")
    int batchSize();

    /** How long to rest when nothing hinted at work. */
    @WithDefault("250ms")
    Duration pollEvery();

    @WithDefault("10s")
    Duration leaseTime();
}
