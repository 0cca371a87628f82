package io.posthorn.media.provider;

import io.posthorn.cloudapi.client.CloudApi;
import io.posthorn.cloudapi.client.CloudApiConfig;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.net.URI;
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
            ProviderConfig config) {
        return new CloudApi(vertx, new CloudApiConfig(url, version, config.uploadTimeout()));
    }
}
