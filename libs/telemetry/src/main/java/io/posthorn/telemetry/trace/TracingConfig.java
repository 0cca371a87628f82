package io.posthorn.telemetry.trace;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

@ConfigMapping(prefix = "posthorn.tracing")
interface TracingConfig {
    /** Where spans go, by OTLP over HTTP; without it none are recorded. */
    Optional<URI> endpoint();

    /** Which part of the traces is recorded. It is decided by the trace's id, so all processes decide alike. */
    @WithDefault("1.0")
    double sampleRatio();
}
