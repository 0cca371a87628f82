package io.posthorn.messaging.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How webhooks are taken in. */
@ConfigMapping(prefix = "posthorn.messaging.webhooks")
public interface WebhookConfig {
    /** Bytes. Meta promises at most 3 MB. */
    @WithDefault("3000000")
    int maxSize();

    /** How long the first of several concurrent webhooks waits for the others, to share one insert. */
    @WithDefault("2ms")
    Duration gather();

    /** At most this many in one insert. */
    @WithDefault("200")
    int gatherMost();

    /** At most this many are worked off together; fewer when they are large. */
    @WithDefault("100")
    int workOffMost();
}
