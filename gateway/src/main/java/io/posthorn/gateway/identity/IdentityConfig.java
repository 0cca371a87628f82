package io.posthorn.gateway.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Whose tokens are believed, and how long their keys are kept. */
@ConfigMapping(prefix = "posthorn.gateway.identity")
interface IdentityConfig {
    URI keysUrl();

    String issuer();

    String audience();

    @WithDefault("5s")
    Duration clockLeeway();

    /** After this the keys are asked for again, beside the requests that still use the old ones. */
    @WithDefault("5m")
    Duration refreshAfter();

    /** How long keys are believed when auth-service cannot be asked. */
    @WithDefault("24h")
    Duration believedFor();

    /** The pause between two questions that unknown key ids or failures provoke. */
    @WithDefault("5s")
    Duration askAgainAfter();

    @WithDefault("2s")
    Duration askTimeout();

    @WithDefault("10000")
    int rememberedTokens();
}
