package io.posthorn.telemetry.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Hands spans to a collector, in batches and beside the work. When the collector is away or slow, spans are lost, and nothing else. */
final class SpanExport implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final SdkTracerProvider provider;
    private final Tracer tracer;

    SpanExport(String process, URI endpoint, double ratio) {
        var exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(endpoint.toString().replaceAll("/+$", "") + "/v1/traces")
                .setTimeout(TIMEOUT)
                .build();
        provider = SdkTracerProvider.builder()
                .setSampler(Sampler.traceIdRatioBased(ratio))
                .setResource(Resource.create(Attributes.of(
                        AttributeKey.stringKey("service.name"),
                        process,
                        AttributeKey.stringKey("service.namespace"),
                        "posthorn")))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter)
                        .setScheduleDelay(EVERY)
                        .build())
                .build();
        tracer = provider.get("io.posthorn");
    }

    /** {@code others} asked for the same work beside the parent, in traces of their own. */
    Span begin(String name, Span.Kind kind, String parent, List<String> others) {
        var builder = tracer.spanBuilder(name).setSpanKind(SpanKind.valueOf(kind.name()));
        TraceParent.of(parent)
                .ifPresentOrElse(
                        known -> builder.setParent(
                                Context.root().with(io.opentelemetry.api.trace.Span.wrap(remote(known)))),
                        builder::setNoParent);
        others.forEach(other -> TraceParent.of(other).ifPresent(known -> builder.addLink(remote(known))));
        return new Recorded(builder.startSpan());
    }

    @Override
    public void close() {
        provider.shutdown().join(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static SpanContext remote(TraceParent parent) {
        return SpanContext.createFromRemoteParent(
                parent.traceId(),
                parent.spanId(),
                parent.sampled() ? TraceFlags.getSampled() : TraceFlags.getDefault(),
                TraceState.getDefault());
    }
}
