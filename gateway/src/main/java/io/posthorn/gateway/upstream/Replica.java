package io.posthorn.gateway.upstream;

import io.vertx.core.Future;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** One process of an upstream: how much it has to do for us, and whether it may be asked. */
public final class Replica {
    private static final long REST_NANOS = Duration.ofSeconds(1).toNanos();

    private final URI url;
    private final HttpClient client;
    private final RequestOptions options;
    private final AtomicInteger outstanding = new AtomicInteger();
    private volatile boolean ready = true;
    private volatile long restingSince = System.nanoTime() - REST_NANOS;

    Replica(URI url, HttpClient client, int connectMillis) {
        this.url = url;
        this.client = client;
        boolean tls = "https".equals(url.getScheme());
        this.options = new RequestOptions()
                .setHost(url.getHost())
                .setPort(url.getPort() > 0 ? url.getPort() : tls ? 443 : 80)
                .setSsl(tls)
                .setConnectTimeout(connectMillis);
    }

    /** A connection for one request; nothing is sent yet. */
    public Future<HttpClientRequest> request(HttpMethod method, String uri) {
        return client.request(new RequestOptions(options).setMethod(method).setURI(uri))
                .onFailure(failure -> {
                    if (!(failure instanceof HttpClosedException)
                            && !(failure instanceof ConnectionPoolTooBusyException)) {
                        rest();
                    }
                });
    }

    /** It failed: others are asked first for a moment. */
    public void rest() {
        restingSince = System.nanoTime();
    }

    public void done() {
        outstanding.decrementAndGet();
    }

    void take() {
        outstanding.incrementAndGet();
    }

    int outstanding() {
        return outstanding.get();
    }

    URI url() {
        return url;
    }

    void ready(boolean now) {
        ready = now;
    }

    boolean isReady() {
        return ready;
    }

    boolean isRested() {
        return System.nanoTime() - restingSince >= REST_NANOS;
    }

    /** Smaller is better: whoever is well, before whoever failed just now, before whoever said that it is not ready. */
    int illness() {
        return (isReady() ? 0 : 2) + (isRested() ? 0 : 1);
    }
}
