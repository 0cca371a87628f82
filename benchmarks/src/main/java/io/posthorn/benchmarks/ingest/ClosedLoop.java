package io.posthorn.benchmarks.ingest;

import io.posthorn.benchmarks.ingest.WebhookMix.Webhook;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Posts webhooks as fast as they are taken: each connection its next when the last was answered. */
final class ClosedLoop {
    private final HttpClient http;
    private final RequestOptions options;
    private final int connections;
    private final AtomicLong notAccepted = new AtomicLong();

    ClosedLoop(Vertx vertx, String url, int connections) {
        this.connections = connections;
        this.http = vertx.createHttpClient(new HttpClientOptions(), new PoolOptions().setHttp1MaxSize(connections));
        this.options = new RequestOptions()
                .setAbsoluteURI(url)
                .setMethod(HttpMethod.POST)
                .putHeader("Content-Type", "application/json");
    }

    long notAccepted() {
        return notAccepted.get();
    }

    /** So many, taken from the list again and again. */
    void post(List<Webhook> webhooks, int count) {
        var next = new AtomicInteger();
        var lines = new CompletableFuture<?>[connections];
        for (int line = 0; line < connections; line++) {
            lines[line] = new CompletableFuture<Void>();
            postNext(webhooks, count, next, lines[line]);
        }
        CompletableFuture.allOf(lines).join();
    }

    private void postNext(List<Webhook> webhooks, int count, AtomicInteger next, CompletableFuture<?> line) {
        int place = next.getAndIncrement();
        if (place >= count) {
            line.complete(null);
            return;
        }
        var webhook = webhooks.get(place % webhooks.size());
        http.request(new RequestOptions(options).putHeader("X-Hub-Signature-256", webhook.signature()))
                .compose(request -> request.send(Buffer.buffer(webhook.body())))
                .onComplete(answer -> {
                    if (answer.failed() || answer.result().statusCode() != 200) {
                        notAccepted.incrementAndGet();
                    }
                    postNext(webhooks, count, next, line);
                });
    }
}
