package io.posthorn.benchmarks.simulator;

import io.posthorn.benchmarks.measure.Latencies;
import io.posthorn.devstack.client.SimulatedWorld;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/** Sends texts over kept connections, each connection its next when the last was answered. */
final class SendLoad {
    private static final int CONNECTIONS = 64;
    private static final int CUSTOMERS = 5_000;

    private final HttpClient http;
    private final RequestOptions options;
    private final AtomicLong refused = new AtomicLong();

    SendLoad(Vertx vertx, int port, SimulatedWorld world) {
        this.http = vertx.createHttpClient(
                new HttpClientOptions().setKeepAliveTimeout(60), new PoolOptions().setHttp1MaxSize(CONNECTIONS));
        this.options = new RequestOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                .setMethod(HttpMethod.POST)
                .setURI("/v25.0/" + world.phoneNumberId() + "/messages")
                .putHeader("Authorization", "Bearer " + world.accessToken())
                .putHeader("Content-Type", "application/json");
    }

    /** Done when all are answered. */
    CompletableFuture<Void> send(long messages, Latencies latencies) {
        var next = new AtomicLong();
        var lines = new CompletableFuture<?>[CONNECTIONS];
        for (int line = 0; line < CONNECTIONS; line++) {
            lines[line] = new CompletableFuture<Void>();
            sendNext(next, messages, latencies, lines[line]);
        }
        return CompletableFuture.allOf(lines);
    }

    long refused() {
        return refused.get();
    }

    private void sendNext(AtomicLong next, long messages, Latencies latencies, CompletableFuture<?> line) {
        long number = next.getAndIncrement();
        if (number >= messages) {
            line.complete(null);
            return;
        }
        long since = System.nanoTime();
        http.request(options)
                .compose(request -> request.send(body(number)))
                .compose(response -> response.body().map(response.statusCode()))
                .onComplete(answer -> {
                    if (answer.failed() || answer.result() != 200) {
                        refused.incrementAndGet();
                    }
                    latencies.recordSince(since);
                    sendNext(next, messages, latencies, line);
                });
    }

    private static String body(long number) {
        return """
                {"messaging_product":"whatsapp","recipient_type":"individual","to":"+1555%07d","type":"text",\
                "text":{"body":"Your order %d has left our house."},"biz_opaque_callback_data":"order-%d"}""".formatted(number % CUSTOMERS, number, number);
    }
}
