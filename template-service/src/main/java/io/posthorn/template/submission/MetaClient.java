package io.posthorn.template.submission;

import io.micrometer.core.instrument.MeterRegistry;
import io.posthorn.cloudapi.client.TemplateApi;
import io.posthorn.cloudapi.graph.CloudApiConfig;
import io.posthorn.cloudapi.graph.GraphClient;
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
    TemplateApi templateApi(
            Vertx vertx,
            @ConfigProperty(name = "posthorn.graph-url") URI url,
            @ConfigProperty(name = "posthorn.graph-version") String version,
            SubmissionConfig config,
            MeterRegistry meters,
            RequestTrace trace) {
        return new TemplateApi(new GraphClient(
                vertx,
                new CloudApiConfig(url, version, config.callTimeout()),
                new MeteredCalls(meters),
                new TraceHeaders(() -> Map.of("traceparent", trace.parent()))));
    }
}
