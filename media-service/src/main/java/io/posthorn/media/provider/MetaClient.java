package io.posthorn.media.provider;

import io.micrometer.core.instrument.MeterRegistry;
import io.posthorn.cloudapi.client.CloudApi;
import io.posthorn.cloudapi.graph.CloudApiConfig;
import io.posthorn.cloudapi.observing.MeteredCalls;
import io.posthorn.cloudapi.observing.TraceHeaders;
import io.posthorn.kit.http.RequestTrace;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where Meta is, by configuration: the simulator on a laptop, graph.facebook.com in production. */
@ApplicationScoped
class MetaClient {
    @Produces
    @ApplicationScoped
    CloudApi cloudApi(
            Vertx vertx,
            @ConfigProperty(name = "posthorn.graph-url") URI url,
            @ConfigProperty(name = "posthorn.graph-version") String version,
            ProviderConfig config,
            MeterRegistry meters,
            RequestTrace trace) {
        return new CloudApi(
                vertx,
                new CloudApiConfig(url, version, config.uploadTimeout()),
                new MeteredCalls(meters),
                new TraceHeaders(() -> Map.of("traceparent", trace.parent())));
    }
}
