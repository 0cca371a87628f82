package io.posthorn.cloudapi.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.cloudapi.error.CloudApiException;
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

/**
 * One HTTP exchange in two phases. Until the connection is there nothing can have reached Meta (unreachable); from then
 * on a missing answer proves nothing (no answer). The plain HTTP client is used because it keeps the two apart.
 */
class GraphClient {
    /** Shorter than the servers', so that we rarely write into a connection that Meta is just closing. */
    private static final int KEEP_ALIVE_SECONDS = 20;

    private final Vertx vertx;
    private final CloudApiConfig config;
    private final HttpClient http;

    GraphClient(Vertx vertx, CloudApiConfig config) {
        this.vertx = vertx;
        this.config = config;
        var options = new HttpClientOptions()
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS);
        this.http = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(config.connections()));
    }

    Uni<GraphAnswer> call(HttpMethod method, String path, Credentials credentials, JsonNode body) {
        return send(method, path, credentials, GraphBody.json(body));
    }

    Uni<GraphAnswer> send(HttpMethod method, String path, Credentials credentials, GraphBody body) {
        if (!credentials.areSendable()) {
            return Uni.createFrom().failure(CloudApiException.unusableToken());
        }
        var options = new RequestOptions()
                .setMethod(method)
                .setAbsoluteURI(config.url(path))
                .setConnectTimeout(config.connectTimeout().toMillis())
                .setIdleTimeout(config.timeout().toMillis())
                .setFollowRedirects(false)
                .putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + credentials.accessToken())
                .putHeader(HttpHeaders.ACCEPT, "application/json");
        return http.request(options)
                .onFailure()
                .transform(CloudApiException::unreachable)
                .chain(request -> exchange(request, body))
                .map(GraphAnswer::orFail);
    }

    Vertx vertx() {
        return vertx;
    }

    private Uni<GraphAnswer> exchange(HttpClientRequest request, GraphBody body) {
        var deadline = vertx.setTimer(config.timeout().toMillis(), timer -> request.reset());
        return body.send(request)
                .chain(this::read)
                .onFailure()
                .transform(CloudApiException::noAnswer)
                .onTermination()
                .invoke(() -> vertx.cancelTimer(deadline));
    }

    private Uni<GraphAnswer> read(HttpClientResponse response) {
        return response.body().map(body -> GraphAnswer.of(response.statusCode(), body.getBytes()));
    }
}
