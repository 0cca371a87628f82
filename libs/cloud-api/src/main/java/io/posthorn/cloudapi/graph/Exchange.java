package io.posthorn.cloudapi.graph;

import io.posthorn.cloudapi.error.CloudApiException;
import io.posthorn.cloudapi.observing.TraceHeaders;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientRequest;
import io.vertx.mutiny.core.http.HttpClientResponse;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One HTTP exchange in two phases. Until the connection is there nothing can have reached Meta (unreachable); from then on a
 * missing answer proves nothing (no answer). The plain HTTP client is used because it keeps the two apart.
 */
final class Exchange {
    /** Shorter than the servers', so that we rarely write into a connection that Meta is just closing. */
    private static final int KEEP_ALIVE_SECONDS = 20;

    private static final String USER_AGENT = "posthorn";

    private final Vertx vertx;
    private final CloudApiConfig config;
    private final TraceHeaders trace;
    private final HttpClient http;

    Exchange(Vertx vertx, CloudApiConfig config, TraceHeaders trace) {
        this.vertx = vertx;
        this.config = config;
        this.trace = trace;
        var options = new HttpClientOptions()
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS);
        var pool = new PoolOptions().setHttp1MaxSize(config.connections()).setMaxWaitQueueSize(config.waiting());
        this.http = vertx.createHttpClient(options, pool);
    }

    Uni<GraphAnswer> make(GraphCall call) {
        return ready(call.method(), config.url(call.path()), call.credentials(), config.timeout())
                .chain(request -> within(config.timeout(), request, () -> call.body()
                        .send(request)
                        .chain(response -> AnswerReader.read(response.getDelegate()))))
                .map(answer -> answer.orFail(call.partialCode()));
    }

    /** For what is not an answer of the Graph API: the bytes at an address that Meta named. */
    <T> Uni<T> fetch(
            String url, Credentials credentials, Duration timeout, Function<HttpClientResponse, Uni<T>> reader) {
        return ready(HttpMethod.GET, url, credentials, timeout)
                .chain(request -> within(timeout, request, () -> request.send().chain(reader::apply)));
    }

    private Uni<HttpClientRequest> ready(HttpMethod method, String url, Credentials credentials, Duration timeout) {
        return credentials.areSendable()
                ? http.request(options(method, url, credentials, timeout))
                        .onFailure()
                        .transform(CloudApiException::unreachable)
                : Uni.createFrom().failure(CloudApiException.unusableToken());
    }

    private RequestOptions options(HttpMethod method, String url, Credentials credentials, Duration timeout) {
        var options = new RequestOptions()
                .setMethod(method)
                .setAbsoluteURI(url)
                .setConnectTimeout(config.connectTimeout().toMillis())
                .setIdleTimeout(timeout.toMillis())
                .setFollowRedirects(false)
                .putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + credentials.accessToken())
                .putHeader(HttpHeaders.USER_AGENT, USER_AGENT)
                .putHeader(HttpHeaders.ACCEPT, "application/json");
        trace.now().forEach(options::putHeader);
        return options;
    }

    private <T> Uni<T> within(Duration timeout, HttpClientRequest request, Supplier<Uni<T>> exchange) {
        var deadline = vertx.setTimer(timeout.toMillis(), timer -> request.reset());
        return exchange.get()
                .onFailure(failure -> !(failure instanceof CloudApiException))
                .transform(CloudApiException::noAnswer)
                .onTermination()
                .invoke(() -> vertx.cancelTimer(deadline));
    }
}
