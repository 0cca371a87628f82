package io.posthorn.gateway.identity;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the gateway asks auth-service on its own account. */
@Singleton
class AuthService {
    private static final int LARGEST_ANSWER = 64 * 1024;

    private final HttpClient client;
    private final URI url;
    private final long timeoutMillis;

    AuthService(Vertx vertx, IdentityConfig config, @ConfigProperty(name = "posthorn.auth-url") URI url) {
        this.url = url;
        this.timeoutMillis = config.askTimeout().toMillis();
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setKeepAliveTimeout(10).setConnectTimeout((int) timeoutMillis),
                new PoolOptions().setHttp1MaxSize(16));
    }

    /** A status and, when it came with one, a JSON object. */
    record Reply(int status, JsonObject body) {
        String text(String field) throws IOException {
            if (body.getValue(field) instanceof String text && !text.isEmpty()) {
                return text;
            }
            throw new IOException("auth-service answered without " + field);
        }
    }

    Future<Reply> post(String path, MultiMap headers, JsonObject body) {
        var options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(url.resolve(path).toString())
                .setConnectTimeout(timeoutMillis)
                .setHeaders(headers);
        return client.request(options).compose(request -> answer(request, body));
    }

    private Future<Reply> answer(HttpClientRequest request, JsonObject body) {
        request.exceptionHandler(told -> {});
        if (body != null) {
            request.putHeader("Content-Type", "application/json");
        }
        return (body == null ? request.send() : request.send(body.toBuffer()))
                .compose(AuthService::read)
                .timeout(timeoutMillis, TimeUnit.MILLISECONDS)
                .onFailure(failure -> request.reset());
    }

    private static Future<Reply> read(HttpClientResponse response) {
        var body = Buffer.buffer();
        response.exceptionHandler(told -> {}).handler(part -> {
            body.appendBuffer(part);
            if (body.length() > LARGEST_ANSWER) {
                response.request().reset();
            }
        });
        return response.end().map(read -> new Reply(response.statusCode(), json(body)));
    }

    private static JsonObject json(Buffer body) {
        try {
            return body.length() == 0 ? new JsonObject() : new JsonObject(body);
        } catch (DecodeException | ClassCastException notJson) {
            return new JsonObject();
        }
    }
}
