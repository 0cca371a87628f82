package io.posthorn.simulator.outbound;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The pooled HTTP clients, one for each way to connect. Futures never fail: an exchange without an answer is an outcome
 * like any other.
 */
@ApplicationScoped
public class Outbound {
    private static final int CONNECTIONS_PER_HOST = 64;
    private static final int CONNECT_TIMEOUT_MILLIS = 3000;
    private static final int KEEP_ALIVE_SECONDS = 20;

    private final Vertx vertx;
    private final CertificateAuthority authority;
    private final Map<Tls, HttpClient> clients = new ConcurrentHashMap<>();

    Outbound(Vertx vertx, CertificateAuthority authority) {
        this.vertx = vertx;
        this.authority = authority;
    }

    public Future<Exchange> get(String url, Tls tls, int timeoutMillis) {
        return exchange(HttpMethod.GET, url, tls, MultiMap.caseInsensitiveMultiMap(), Buffer.buffer(), timeoutMillis);
    }

    public Future<Exchange> post(String url, Tls tls, MultiMap headers, byte[] body, int timeoutMillis) {
        return exchange(HttpMethod.POST, url, tls, headers, Buffer.buffer(body), timeoutMillis);
    }

    private Future<Exchange> exchange(
            HttpMethod method, String url, Tls tls, MultiMap headers, Buffer body, int timeoutMillis) {
        var started = System.nanoTime();
        return request(method, url, tls, headers, timeoutMillis)
                .compose(request -> answer(request, body, timeoutMillis, started))
                .recover(failure -> Future.succeededFuture(Exchange.failed(failure, since(started))));
    }

    Future<HttpClientRequest> request(HttpMethod method, String url, Tls tls, MultiMap headers, int timeoutMillis) {
        return client(tls).compose(client -> request(client, method, url, headers, timeoutMillis));
    }

    private Future<HttpClient> client(Tls tls) {
        var known = clients.get(tls);
        if (known != null) {
            return Future.succeededFuture(known);
        }
        var options = new HttpClientOptions()
                .setConnectTimeout(CONNECT_TIMEOUT_MILLIS)
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setTrustAll(tls.trustAll())
                .setVerifyHost(!tls.trustAll());
        var complete = tls.clientCertificate()
                ? authority.issue().map(issued -> options.setKeyCertOptions(issued.keys()))
                : Future.succeededFuture(options);
        return complete.map(ready -> clients.computeIfAbsent(tls, first -> open(ready)));
    }

    private HttpClient open(HttpClientOptions options) {
        return vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_HOST));
    }

    private static Future<HttpClientRequest> request(
            HttpClient http, HttpMethod method, String url, MultiMap headers, int timeoutMillis) {
        try {
            return http.request(new RequestOptions()
                    .setMethod(method)
                    .setAbsoluteURI(url)
                    .setHeaders(headers)
                    .setTimeout(timeoutMillis)
                    .setFollowRedirects(false));
        } catch (RuntimeException unusableUrl) {
            return Future.failedFuture(unusableUrl);
        }
    }

    private Future<Exchange> answer(HttpClientRequest request, Buffer body, int timeoutMillis, long started) {
        var deadline = vertx.setTimer(timeoutMillis, timer -> request.reset());
        return request.send(body)
                .compose(response -> response.body()
                        .map(answer -> Exchange.answered(response.statusCode(), answer.toString(), since(started))))
                .onComplete(done -> vertx.cancelTimer(deadline));
    }

    private static long since(long started) {
        return (System.nanoTime() - started) / 1_000_000;
    }
}
