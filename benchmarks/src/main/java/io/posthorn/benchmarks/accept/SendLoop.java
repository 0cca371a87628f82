package io.posthorn.benchmarks.accept;

import io.posthorn.benchmarks.measure.Latencies;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Asks for a message at its time, whatever became of those before it; a latency counts from that time. */
final class SendLoop {
    private static final int MOST_CONNECTIONS = 128;

    private final HttpClient http;
    private final RequestOptions options;
    private final List<UUID> conversations;
    private final AtomicLong notAccepted = new AtomicLong();

    SendLoop(Vertx vertx, String gateway, String token, List<UUID> conversations) {
        this.http =
                vertx.createHttpClient(new HttpClientOptions(), new PoolOptions().setHttp1MaxSize(MOST_CONNECTIONS));
        this.options = new RequestOptions()
                .setAbsoluteURI(gateway + "/api/v1/messages")
                .setMethod(HttpMethod.POST)
                .putHeader("Authorization", "Bearer " + token)
                .putHeader("Content-Type", "application/json");
        this.conversations = conversations;
    }

    long notAccepted() {
        return notAccepted.get();
    }

    void send(int rate, int messages, Latencies latencies) throws InterruptedException {
        var answers = new CountDownLatch(messages);
        long began = System.nanoTime();
        for (int number = 0; number < messages; number++) {
            long due = began + number * 1_000_000_000L / rate;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            send(number, due, latencies, answers);
        }
        answers.await();
    }

    private void send(int number, long due, Latencies latencies, CountDownLatch answers) {
        var body =
                body(conversations.get(number % conversations.size()), "Your order %d leaves today.".formatted(number));
        http.request(new RequestOptions(options)
                        .putHeader("Idempotency-Key", UUID.randomUUID().toString()))
                .compose(request -> request.send(Buffer.buffer(body)))
                .onComplete(answer -> {
                    if (answer.failed() || answer.result().statusCode() != 202) {
                        notAccepted.incrementAndGet();
                    }
                    latencies.recordSince(due);
                    answers.countDown();
                });
    }

    static String body(UUID conversation, String text) {
        return "{\"conversationId\":\"%s\",\"type\":\"text\",\"text\":{\"body\":\"%s\"}}".formatted(conversation, text);
    }
}
