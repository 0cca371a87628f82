package io.posthorn.benchmarks.send;

import io.posthorn.benchmarks.measure.Signature;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Posts signed webhooks: three statuses of each message, in batches as Meta makes them, again and again until they are taken. */
final class StatusFeed implements AutoCloseable {
    private static final String[] STATES = {"sent", "delivered", "read"};
    private static final long BETWEEN_STATES = 300_000_000L;
    private static final int TICK_MILLIS = 100;
    private static final int MOST_IN_ONE = 500;
    private static final int MOST_UNDER_WAY = 8;

    /** Where an app's webhooks go, and the secret that signs them. */
    record Callback(String url, String wabaId, Signature signature) {}

    private record Status(String phoneNumberId, String json) {}

    private record Due(Status status, long at) {}

    private final Vertx vertx;
    private final HttpClient http;
    private final Map<String, Callback> callbacks = new ConcurrentHashMap<>();
    private final List<Deque<Due>> byState = List.of(new ArrayDeque<>(), new ArrayDeque<>(), new ArrayDeque<>());
    private final Map<String, Deque<Status>> ready = new ConcurrentHashMap<>();
    private final long timer;
    private int underWay;

    StatusFeed(Vertx vertx) {
        this.vertx = vertx;
        this.http = vertx.createHttpClient();
        this.timer = vertx.setPeriodic(TICK_MILLIS, tick -> post());
    }

    void callBack(String phoneNumberId, Callback callback) {
        callbacks.put(phoneNumberId, callback);
    }

    synchronized void report(String phoneNumberId, String wamid, String to, String callbackData) {
        long now = System.nanoTime();
        for (int state = 0; state < STATES.length; state++) {
            byState.get(state)
                    .add(new Due(
                            new Status(phoneNumberId, json(wamid, STATES[state], to, callbackData)),
                            now + state * BETWEEN_STATES));
        }
    }

    private synchronized void post() {
        long now = System.nanoTime();
        for (var due : byState) {
            while (!due.isEmpty() && due.peek().at() <= now) {
                var status = due.poll().status();
                ready.computeIfAbsent(status.phoneNumberId(), id -> new ArrayDeque<>())
                        .add(status);
            }
        }
        ready.forEach((phoneNumberId, waiting) -> {
            while (!waiting.isEmpty() && underWay < MOST_UNDER_WAY) {
                var batch = new ArrayList<Status>();
                while (batch.size() < MOST_IN_ONE && !waiting.isEmpty()) {
                    batch.add(waiting.poll());
                }
                post(phoneNumberId, batch);
            }
        });
    }

    private void post(String phoneNumberId, List<Status> batch) {
        var callback = callbacks.get(phoneNumberId);
        var body = body(callback.wabaId(), phoneNumberId, batch);
        underWay++;
        http.request(new RequestOptions()
                        .setAbsoluteURI(callback.url())
                        .setMethod(HttpMethod.POST)
                        .putHeader("Content-Type", "application/json")
                        .putHeader("X-Hub-Signature-256", callback.signature().of(body)))
                .compose(request -> request.send(Buffer.buffer(body)))
                .onComplete(answer -> posted(
                        phoneNumberId,
                        batch,
                        answer.succeeded() && answer.result().statusCode() == 200));
    }

    private synchronized void posted(String phoneNumberId, List<Status> batch, boolean taken) {
        underWay--;
        if (!taken) {
            ready.get(phoneNumberId).addAll(batch);
        }
    }

    private static String json(String wamid, String state, String to, String callbackData) {
        return """
                {"id":"%s","status":"%s","timestamp":"%d","recipient_id":"%s","biz_opaque_callback_data":"%s",\
                "pricing":{"billable":true,"pricing_model":"PMP","category":"service","type":"regular"}}""".formatted(wamid, state, System.currentTimeMillis() / 1000, to, callbackData);
    }

    private static byte[] body(String wabaId, String phoneNumberId, List<Status> batch) {
        return """
                {"object":"whatsapp_business_account","entry":[{"id":"%s","changes":[{"field":"messages","value":\
                {"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550001000","phone_number_id":"%s"},\
                "statuses":[%s]}}]}]}""".formatted(
                        wabaId,
                        phoneNumberId,
                        String.join(",", batch.stream().map(Status::json).toList()))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        vertx.cancelTimer(timer);
        http.close();
    }
}
