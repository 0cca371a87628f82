package io.posthorn.messaging.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How long what came in is kept. Whole partitions are dropped, so a little more is kept than is said here. */
@ConfigMapping(prefix = "posthorn.messaging.retention")
public interface RetentionConfig {
    /** Webhooks as they came: how far back a replay can go. */
    @WithDefault("30d")
    Duration journal();

    /** The history of statuses; for ever when nothing is said. The status of each message stays. */
    Optional<Duration> statuses();

    /** What Meta told that is neither message nor status. */
    @WithDefault("90d")
    Duration notices();
}
