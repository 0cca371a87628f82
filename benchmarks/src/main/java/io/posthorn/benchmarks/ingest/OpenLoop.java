package io.posthorn.benchmarks.ingest;

import io.posthorn.benchmarks.ingest.WebhookMix.Webhook;
import io.posthorn.benchmarks.measure.Latencies;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Posts each webhook at its time, whatever became of those before it. A latency counts from that time, so that a slow answer is not
 * hidden by the requests that would have waited behind it.
 */
final class OpenLoop {
    private static final int MOST_CONNECTIONS = 256;

    private final HttpClient http;
    private final RequestOptions options;
    private final AtomicLong notAccepted = new AtomicLong();

    OpenLoop(Vertx vertx, String url) {
        this.http =
                vertx.createHttpClient(new HttpClientOptions(), new PoolOptions().setHttp1MaxSize(MOST_CONNECTIONS));
        this.options = new RequestOptions()
                .setAbsoluteURI(url)
                .setMethod(HttpMethod.POST)
                .putHeader("Content-Type", "application/json");
    }

    /** Those that were not answered with 200. */
    long notAccepted() {
        return notAccepted.get();
    }

    void post(List<Webhook> webhooks, Duration time, Latencies latencies) throws InterruptedException {
        var answers = new CountDownLatch(webhooks.size());
        long began = System.nanoTime();
        long events = 0;
        long allEvents = webhooks.stream().mapToLong(Webhook::events).sum();
        for (var webhook : webhooks) {
            // The rate is one of events: a large body has its share of the time.
            long due = began + (long) (time.toNanos() * ((double) events / allEvents));
            events += webhook.events();
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            post(webhook, due, latencies, answers);
        }
        answers.await();
    }

    private void post(Webhook webhook, long due, Latencies latencies, CountDownLatch answers) {
        http.request(new RequestOptions(options).putHeader("X-Hub-Signature-256", webhook.signature()))
                .compose(request -> request.send(Buffer.buffer(webhook.body())))
                .onComplete(answer -> {
                    if (answer.failed() || answer.result().statusCode() != 200) {
                        notAccepted.incrementAndGet();
                    }
                    latencies.recordSince(due);
                    answers.countDown();
                });
    }
}
