package io.posthorn.template.quota;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Meta's limits for templates, should Meta change them. */
@ConfigMapping(prefix = "posthorn.template.quota")
public interface QuotaConfig {
    /** How many templates an account can create in an hour. */
    @WithDefault("100")
    int creationsPerHour();

    /** How many times an approved template can be edited in a day. */
    @WithDefault("1")
    int editsPerDay();

    /** How many times an approved template can be edited in 30 days. */
    @WithDefault("10")
    int editsPerMonth();

    /** How long the name of an approved template stays locked after its deletion. */
    @WithDefault("30d")
    Duration nameLock();
}
