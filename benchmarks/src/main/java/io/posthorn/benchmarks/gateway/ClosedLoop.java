package io.posthorn.benchmarks.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/** Asks over kept connections, on each again when the last was answered. */
final class ClosedLoop implements AutoCloseable {
    private static final int CONNECTIONS = 64;

    private final HttpClient http;
    private final RequestOptions options;
    private final AtomicLong failed = new AtomicLong();

    ClosedLoop(Vertx vertx, int port, Level level, AccessToken token) {
        this.http = vertx.createHttpClient(
                new HttpClientOptions().setKeepAliveTimeout(60),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS).setEventLoopSize(2));
        this.options = new RequestOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                .setMethod(HttpMethod.GET)
                .setURI(level.path());
        if (level.needsToken()) {
            options.putHeader("Authorization", "Bearer " + token.text());
        }
    }

    /** Requests per second. */
    double run(long requests) {
        var next = new AtomicLong();
        var lines = new CompletableFuture<?>[CONNECTIONS];
        long began = System.nanoTime();
        for (int line = 0; line < CONNECTIONS; line++) {
            lines[line] = new CompletableFuture<Void>();
            ask(next, requests, lines[line]);
        }
        CompletableFuture.allOf(lines).join();
        return requests / ((System.nanoTime() - began) / 1e9);
    }

    long failed() {
        return failed.get();
    }

    private void ask(AtomicLong next, long requests, CompletableFuture<?> line) {
        if (next.getAndIncrement() >= requests) {
            line.complete(null);
            return;
        }
        http.request(options)
                .compose(request -> request.send())
                .compose(response -> response.body().map(response.statusCode()))
                .onComplete(answer -> {
                    if (answer.failed() || answer.result() != 200) {
                        failed.incrementAndGet();
                    }
                    ask(next, requests, line);
                });
    }

    @Override
    public void close() {
        http.close();
    }
}
