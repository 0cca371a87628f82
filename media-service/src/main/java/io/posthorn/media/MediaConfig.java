package io.posthorn.media;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Where files are kept and how large they may be. */
@ConfigMapping(prefix = "posthorn.media")
public interface MediaConfig {
    Path directory();

    @WithDefault("5M")
    MemorySize maxImageSize();

    @WithDefault("50M")
    MemorySize maxVideoSize();

    @WithDefault("10M")
    MemorySize maxDocumentSize();

    @WithDefault("15M")
    MemorySize maxAudioSize();

    /** A file without a row, and a temporary file that nobody writes to, is removed when it is older. */
    @WithDefault("1h")
    Duration orphanAge();

    @WithDefault("1h")
    Duration sweepEvery();
}
