package io.posthorn.gateway.identity;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Reads the key set that auth-service publishes. */
@Singleton
class AuthServiceKeys implements KeySource {
    private static final int LARGEST_KEY_SET = 64 * 1024;

    private final HttpClient client;
    private final IdentityConfig config;

    AuthServiceKeys(Vertx vertx, IdentityConfig config) {
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(2)
                .setKeepAliveTimeout(10)
                .setConnectTimeout((int) config.askTimeout().toMillis()));
        this.config = config;
    }

    @Override
    public Future<String> read() {
        var options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(config.keysUrl().toString())
                .setConnectTimeout(config.askTimeout().toMillis());
        return client.request(options).compose(this::answer);
    }

    private Future<String> answer(HttpClientRequest request) {
        return request.exceptionHandler(told -> {})
                .send()
                .compose(AuthServiceKeys::body)
                .timeout(config.askTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .onFailure(failure -> request.reset());
    }

    private static Future<String> body(HttpClientResponse response) {
        if (response.statusCode() != 200) {
            return Future.failedFuture(new IOException("The key set was answered with " + response.statusCode()));
        }
        var body = Buffer.buffer();
        response.exceptionHandler(told -> {}).handler(part -> {
            body.appendBuffer(part);
            if (body.length() > LARGEST_KEY_SET) {
                response.request().reset();
            }
        });
        return response.end().map(read -> body.toString());
    }
}
