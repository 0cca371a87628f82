package io.posthorn.template.submission;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How templates are handed in and followed. */
@ConfigMapping(prefix = "posthorn.template.submission")
public interface SubmissionConfig {
    /** How long Meta may take to answer; afterwards nobody knows, and it is looked up. */
    @WithDefault("15s")
    Duration callTimeout();

    /** How long a template waits for Meta's word before Meta is asked, and again between two questions. */
    @WithDefault("10m")
    Duration askAfter();

    /** After what time without news Meta is asked about a template that does not wait: webhooks get lost. */
    @WithDefault("6h")
    Duration watchAfter();

    /** How often such templates are looked for. */
    @WithDefault("1m")
    Duration askEvery();

    /** How many are asked about in one go. */
    @WithDefault("50")
    int askMost();

    /** How long a dead process keeps others from asking. */
    @WithDefault("30s")
    Duration leaseTime();
}
