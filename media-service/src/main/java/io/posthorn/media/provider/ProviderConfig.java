package io.posthorn.media.provider;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How files go to Meta. */
@ConfigMapping(prefix = "posthorn.media.provider")
interface ProviderConfig {
    /** Of one call; afterwards another one may upload the file. */
    @WithDefault("60s")
    Duration uploadTimeout();

    /** How long Meta keeps an uploaded file. */
    @WithDefault("30d")
    Duration lifetime();

    /** A file is uploaded anew when this little of its life is left. */
    @WithDefault("1d")
    Duration renewBefore();

    /** How long a caller waits for another one's upload. */
    @WithDefault("30s")
    Duration waitFor();

    @WithDefault("100ms")
    Duration pollEvery();
}
