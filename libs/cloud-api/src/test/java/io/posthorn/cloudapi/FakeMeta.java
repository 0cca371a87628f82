package io.posthorn.cloudapi;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A real HTTP server that answers as a test tells it and remembers what it was asked. */
public final class FakeMeta implements AutoCloseable {
    public record Request(String method, String uri, String authorization, String body, MultiMap headers) {}

    private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());
    private final HttpServer server;
    private volatile Handler<HttpServerRequest> behaviour =
            request -> request.response().end("{}");

    public FakeMeta(Vertx vertx) {
        server = vertx.createHttpServer(
                        new HttpServerOptions().setHost("127.0.0.1").setPort(0))
                .requestHandler(request -> request.body().onSuccess(body -> {
                    requests.add(new Request(
                            request.method().name(),
                            request.uri(),
                            request.getHeader("Authorization"),
                            body.toString(),
                            request.headers()));
                    behaviour.handle(request);
                }))
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    public void answers(int status, String body) {
        behaviour = request -> request.response().setStatusCode(status).end(body);
    }

    public void behaves(Handler<HttpServerRequest> how) {
        behaviour = how;
    }

    public List<Request> requests() {
        return requests;
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }
}
