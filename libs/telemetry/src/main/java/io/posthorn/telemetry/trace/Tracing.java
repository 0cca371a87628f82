package io.posthorn.telemetry.trace;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Begins spans. Where nobody collects them, nothing of what records and exports them is even loaded. */
@Singleton
public class Tracing implements AutoCloseable {
    private final SpanExport export;

    Tracing(TracingConfig config, @ConfigProperty(name = "quarkus.application.name") String process) {
        if (config.sampleRatio() < 0 || config.sampleRatio() > 1) {
            throw new IllegalArgumentException("posthorn.tracing.sample-ratio is a number from 0 to 1");
        }
        this.export = config.endpoint()
                .map(endpoint -> new SpanExport(process, endpoint, config.sampleRatio()))
                .orElse(null);
    }

    /** Continues the trace of whoever asks, or begins one when there is none that can be read. */
    public Span begin(String name, Span.Kind kind, String parent) {
        return begin(name, kind, parent, List.of());
    }

    /** Does something for many at once: part of the first one's trace, with links to those of the others. */
    public Span begin(String name, Span.Kind kind, String parent, List<String> others) {
        return export == null ? Span.passedOn(parent) : export.begin(name, kind, parent, others);
    }

    @Override
    @PreDestroy
    public void close() {
        if (export != null) {
            export.close();
        }
    }
}
