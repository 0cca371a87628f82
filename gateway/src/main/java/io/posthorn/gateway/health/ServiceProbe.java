package io.posthorn.gateway.health;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks one service whether it is ready. Its connections are its own, so that a full pool is not taken for illness. */
@Singleton
public class ServiceProbe {
    private static final String READY = "/q/health/ready";

    private final HttpClient client;
    private final long timeoutMillis;

    ServiceProbe(Vertx vertx, HealthConfig config) {
        this.timeoutMillis = config.timeout().toMillis();
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout((int) timeoutMillis).setKeepAliveTimeout(10));
    }

    /** Never fails: a failure is an answer. */
    public Future<ServiceHealth> ask(URI service) {
        long began = System.nanoTime();
        var options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(service.resolve(READY).toString())
                .setConnectTimeout(timeoutMillis);
        return client.request(options)
                .compose(this::answer)
                .map(status -> status == 200
                        ? ServiceHealth.up(millisSince(began))
                        : ServiceHealth.down(millisSince(began), "not ready"))
                .otherwise(failure -> ServiceHealth.down(millisSince(began), reason(failure)));
    }

    private Future<Integer> answer(HttpClientRequest request) {
        return request.exceptionHandler(told -> {})
                .send()
                .compose(response -> response.exceptionHandler(told -> {}).end().map(response.statusCode()))
                .timeout(timeoutMillis, TimeUnit.MILLISECONDS)
                .onFailure(failure -> request.reset());
    }

    private static String reason(Throwable failure) {
        return failure instanceof TimeoutException ? "no answer in time" : "not reachable";
    }

    private static long millisSince(long began) {
        return (System.nanoTime() - began) / 1_000_000;
    }
}
