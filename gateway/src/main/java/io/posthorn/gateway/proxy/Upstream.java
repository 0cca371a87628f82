package io.posthorn.gateway.proxy;

import io.posthorn.gateway.route.GatewayConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import org.jboss.logging.Logger;

/** One service behind the gateway and its pool of connections. */
final class Upstream {
    private static final Logger LOG = Logger.getLogger(Upstream.class);
    private static final int KEEP_ALIVE_SECONDS = 30;
    private static final int FORGOTTEN_SECONDS = 150;

    private final String name;
    private final URI url;
    private final HttpClient client;
    private final RequestOptions options;

    Upstream(String name, GatewayConfig.UpstreamConfig config, Vertx vertx) {
        this.name = name;
        this.url = config.url();
        boolean tls = "https".equals(url.getScheme());
        int connectMillis = (int) config.connectTimeout().toMillis();
        var clientOptions = new HttpClientOptions()
                .setConnectTimeout(connectMillis)
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setIdleTimeout(FORGOTTEN_SECONDS)
                .setDecompressionSupported(false)
                .setMaxHeaderSize(32 * 1024);
        this.client = vertx.httpClientBuilder()
                .with(clientOptions)
                .with(new PoolOptions()
                        .setHttp1MaxSize(config.maxConnections())
                        .setMaxWaitQueueSize(config.maxWaiting()))
                .withConnectHandler(connection ->
                        connection.exceptionHandler(broken -> LOG.debugf("A connection to %s broke: %s", name, broken)))
                .build();
        this.options = new RequestOptions()
                .setHost(url.getHost())
                .setPort(url.getPort() > 0 ? url.getPort() : tls ? 443 : 80)
                .setSsl(tls)
                .setConnectTimeout(connectMillis);
    }

    Future<HttpClientRequest> request(HttpMethod method, String uri) {
        return client.request(new RequestOptions(options).setMethod(method).setURI(uri));
    }

    String name() {
        return name;
    }

    /** An address of this upstream becomes one that clients can use. */
    String publicAddress(String location) {
        var own = url.getScheme() + "://" + url.getAuthority();
        return location.startsWith(own + "/") ? location.substring(own.length()) : location;
    }
}
