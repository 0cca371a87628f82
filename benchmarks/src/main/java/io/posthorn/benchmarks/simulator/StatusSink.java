package io.posthorn.benchmarks.simulator;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.LongAdder;

/** Takes webhooks and counts the statuses in them, as cheaply as can be. */
final class StatusSink implements AutoCloseable {
    private static final byte[] MARK = "\"status\":\"".getBytes(StandardCharsets.US_ASCII);

    private final LongAdder statuses = new LongAdder();
    private final LongAdder webhooks = new LongAdder();
    private final HttpServer server;

    StatusSink(Vertx vertx) {
        this.server = vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> {
                    statuses.add(count(body));
                    webhooks.increment();
                    request.response().end();
                }))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    String url() {
        return "http://127.0.0.1:%d/".formatted(server.actualPort());
    }

    long statuses() {
        return statuses.sum();
    }

    long webhooks() {
        return webhooks.sum();
    }

    private static int count(Buffer body) {
        var bytes = body.getBytes();
        int found = 0;
        for (int at = 0; at <= bytes.length - MARK.length; at++) {
            if (bytes[at] == '"' && matches(bytes, at)) {
                found++;
                at += MARK.length;
            }
        }
        return found;
    }

    private static boolean matches(byte[] bytes, int at) {
        for (int offset = 0; offset < MARK.length; offset++) {
            if (bytes[at + offset] != MARK[offset]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        server.close();
    }
}
