package io.posthorn.telemetry.report;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

@ConfigMapping(prefix = "posthorn.errors")
interface ReportConfig {
    /** Where errors are reported to, as Sentry and its relatives give it; without it they are only logged. */
    Optional<URI> dsn();

    /** Of one process in a minute, whatever happens. */
    @WithDefault("30")
    int mostPerMinute();
}
