package io.posthorn.messaging.meta;

import io.micrometer.core.instrument.MeterRegistry;
import io.posthorn.cloudapi.client.CloudApi;
import io.posthorn.cloudapi.graph.BreakerPolicy;
import io.posthorn.cloudapi.graph.CloudApiConfig;
import io.posthorn.cloudapi.observing.MeteredCalls;
import io.posthorn.cloudapi.observing.TraceHeaders;
import io.posthorn.kit.http.RequestTrace;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where Meta is, by configuration: the simulator on a laptop, graph.facebook.com in production. The lanes hold calls back
 * themselves when Meta does not answer, so the client does not.
 */
@ApplicationScoped
class MetaClient {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final int BESIDE_SENDING = 50;

    @Produces
    @ApplicationScoped
    CloudApi cloudApi(
            Vertx vertx,
            @ConfigProperty(name = "posthorn.graph-url") URI url,
            @ConfigProperty(name = "posthorn.graph-version") String version,
            @ConfigProperty(name = "posthorn.messaging.sending.call-timeout") Duration timeout,
            @ConfigProperty(name = "posthorn.messaging.sending.calls-in-flight", defaultValue = "400") int calls,
            MeterRegistry meters,
            RequestTrace trace) {
        var config = new CloudApiConfig(url, version, CONNECT_TIMEOUT, timeout, calls + BESIDE_SENDING);
        return new CloudApi(
                vertx,
                config.with(BreakerPolicy.NEVER_OPEN),
                new MeteredCalls(meters),
                new TraceHeaders(() -> Map.of("traceparent", trace.parent())));
    }
}
