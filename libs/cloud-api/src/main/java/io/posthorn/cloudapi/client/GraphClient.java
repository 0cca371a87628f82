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
import io.vertx.mutiny.core.buffer.Buffer;
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

    private Uni<GraphAnswer> exchange(HttpClientRequest request, JsonNode body) {
        var deadline = vertx.setTimer(config.timeout().toMillis(), timer -> request.reset());
        return send(request, body)
                .chain(this::read)
                .onFailure()
                .transform(CloudApiException::noAnswer)
                .onTermination()
                .invoke(() -> vertx.cancelTimer(deadline));
    }

    private Uni<HttpClientResponse> send(HttpClientRequest request, JsonNode body) {
        if (body == null) {
            return request.send();
        }
        return request.putHeader("Content-Type", "application/json").send(Buffer.buffer(body.toString()));
    }

    private Uni<GraphAnswer> read(HttpClientResponse response) {
        return response.body().map(body -> GraphAnswer.of(response.statusCode(), body.getBytes()));
    }
}
