package io.posthorn.telemetry.report;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the reporter beside the console, where errors are to be reported. */
@Singleton
class Reporting {
    private static final Logger ROOT = Logger.getLogger("");

    private final Reporter reporter;

    Reporting(
            ReportConfig config,
            @ConfigProperty(name = "quarkus.application.name") String process,
            @ConfigProperty(name = "environment", defaultValue = "development") String environment) {
        this.reporter = config.dsn()
                .map(dsn ->
                        new Reporter(ReportAddress.of(dsn), process, environment, new Quota(config.mostPerMinute())))
                .orElse(null);
    }

    void start(@Observes StartupEvent event) {
        if (reporter != null) {
            ROOT.addHandler(reporter);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (reporter != null) {
            ROOT.removeHandler(reporter);
            reporter.close();
        }
    }
}
