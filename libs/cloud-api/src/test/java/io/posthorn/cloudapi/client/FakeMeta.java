package io.posthorn.cloudapi.client;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A real HTTP server that answers as a test tells it and remembers what it was asked. */
final class FakeMeta implements AutoCloseable {
    record Request(String method, String uri, String authorization, String body) {}

    private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());
    private final HttpServer server;
    private volatile Handler<HttpServerRequest> behaviour =
            request -> request.response().end("{}");

    FakeMeta(Vertx vertx) {
        server = vertx.createHttpServer(
                        new HttpServerOptions().setHost("127.0.0.1").setPort(0))
                .requestHandler(request -> request.body().onSuccess(body -> {
                    requests.add(new Request(
                            request.method().name(),
                            request.uri(),
                            request.getHeader("Authorization"),
                            body.toString()));
                    behaviour.handle(request);
                }))
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    void answers(int status, String body) {
        behaviour = request -> request.response().setStatusCode(status).end(body);
    }

    void behaves(Handler<HttpServerRequest> how) {
        behaviour = how;
    }

    List<Request> requests() {
        return requests;
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }
}
