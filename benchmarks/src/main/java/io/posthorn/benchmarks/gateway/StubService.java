package io.posthorn.benchmarks.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;

/** What stands behind every candidate: it answers with 1 KB at once, and publishes the key of the tokens. */
final class StubService implements AutoCloseable {
    private static final Buffer ANSWER = Buffer.buffer("x".repeat(1024));

    private final List<HttpServer> servers = new ArrayList<>();
    private final int port;
    private final Buffer keys;

    StubService(Vertx vertx, int port, AccessToken token) throws Exception {
        this.port = port;
        this.keys = Buffer.buffer(token.keySet());
        for (int loop = 0; loop < Runtime.getRuntime().availableProcessors(); loop++) {
            servers.add(vertx.createHttpServer(new HttpServerOptions())
                    .requestHandler(this::answer)
                    .listen(port)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get());
        }
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    private void answer(HttpServerRequest request) {
        var response = request.response().putHeader("Content-Type", "application/json");
        response.end(request.path().equals("/.well-known/jwks.json") ? keys : ANSWER);
    }

    @Override
    public void close() {
        servers.forEach(HttpServer::close);
    }
}
