package io.posthorn.benchmarks.send;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Meta with nothing behind it: it takes every message at once, and reports each as sent, delivered and read. So it costs little,
 * and what is measured is the sender. Its messages carry the text {@code m-<number>}.
 */
final class BareMeta implements AutoCloseable {
    private static final String BODY = "\"body\":\"m-";
    private static final String CALLBACK = "\"biz_opaque_callback_data\":\"";
    private static final String TO = "\"to\":\"";

    private final Map<String, Line> lines = new ConcurrentHashMap<>();
    private final AtomicLong sequence = new AtomicLong();
    private final StatusFeed statuses;
    private final HttpServer server;

    private record Line(String level, Arrivals arrivals) {}

    BareMeta(Vertx vertx) {
        this.statuses = new StatusFeed(vertx);
        this.server = vertx.createHttpServer()
                .requestHandler(this::serve)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    StatusFeed statuses() {
        return statuses;
    }

    /** @param level {@code STANDARD} for 80 messages a second, {@code HIGH} for 1,000 */
    Arrivals open(String phoneNumberId, String level) {
        return lines.computeIfAbsent(phoneNumberId, id -> new Line(level, new Arrivals()))
                .arrivals();
    }

    /** New books for a number. */
    Arrivals startAfresh(String phoneNumberId) {
        return lines.compute(phoneNumberId, (id, line) -> new Line(line.level(), new Arrivals()))
                .arrivals();
    }

    private void serve(HttpServerRequest request) {
        var path = request.path().split("/");
        var id = path.length > 2 ? path[2] : "";
        if (path.length > 3 && path[3].equals("messages")) {
            request.body().onSuccess(body -> accept(request, id, body.toString()));
        } else if (request.method() == HttpMethod.GET && lines.containsKey(id)) {
            answer(request, number(id, lines.get(id).level()));
        } else {
            answer(request, "{\"success\":true}");
        }
    }

    private void accept(HttpServerRequest request, String phoneNumberId, String body) {
        var to = value(body, TO).substring(1);
        var wamid = "wamid.bare." + sequence.incrementAndGet();
        lines.get(phoneNumberId).arrivals().add(Integer.parseInt(value(body, BODY)), System.nanoTime());
        answer(request, """
                {"messaging_product":"whatsapp","contacts":[{"input":"+%s","wa_id":"%s"}],"messages":[{"id":"%s"}]}""".formatted(to, to, wamid));
        statuses.report(phoneNumberId, wamid, to, value(body, CALLBACK));
    }

    private static String number(String id, String level) {
        return """
                {"id":"%s","display_phone_number":"+1 555 000 %s","verified_name":"Benchmark","quality_rating":"GREEN",\
                "status":"CONNECTED","name_status":"APPROVED","code_verification_status":"VERIFIED","platform_type":"CLOUD_API",\
                "throughput":{"level":"%s"},"whatsapp_business_manager_messaging_limit":"TIER_UNLIMITED"}""".formatted(id, id.substring(id.length() - 4), level);
    }

    private static String value(String body, String mark) {
        int from = body.indexOf(mark) + mark.length();
        return body.substring(from, body.indexOf('"', from));
    }

    private static void answer(HttpServerRequest request, String json) {
        request.response().putHeader("Content-Type", "application/json").end(Buffer.buffer(json));
    }

    @Override
    public void close() {
        statuses.close();
        server.close();
    }
}
