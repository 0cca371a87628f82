package io.posthorn.template.submission;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.posthorn.testkit.Http;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * Stand-ins for auth-, messaging- and media-service that answer as a test tells them, and the wire to the simulator, which
 * loses Meta's answer to the first creation of every template called {@code lost_...}.
 */
public class NeighbourServices implements QuarkusTestResourceLifecycleManager {
    private static final String URL = "posthorn.test-neighbours.url";
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Answer(int status, String body) {}

    /** After so many calls with a token the wire is dead, before Meta gets the last of them or before its answer comes back. */
    private static final class Crash {
        private final boolean afterMeta;
        private int callsLeft;

        private Crash(int call, boolean afterMeta) {
            this.callsLeft = call;
            this.afterMeta = afterMeta;
        }

        /** 0: lives, 1: dies now, 2: is dead. */
        private synchronized int state() {
            callsLeft--;
            return callsLeft > 0 ? 0 : callsLeft == 0 ? 1 : 2;
        }
    }

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final Map<String, Crash> crashes = new ConcurrentHashMap<>();
    private final Set<String> lost = ConcurrentHashMap.newKeySet();
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServer server;

    /** From now on this path is answered so. */
    static void answer(String path, int status, String body) {
        var answer =
                JSON.createObjectNode().put("path", path).put("status", status).put("body", body);
        Http.post(System.getProperty(URL) + "/answers", answer.toString()).expect(200);
    }

    /** The process dies at its n-th call to Meta with this token, before Meta has it or before its answer is back. */
    static void crash(String token, int call, boolean afterMeta) {
        var crash =
                JSON.createObjectNode().put("token", token).put("call", call).put("afterMeta", afterMeta);
        Http.post(System.getProperty(URL) + "/crashes", crash.toString()).expect(200);
    }

    /** The process is there again. */
    static void restart(String token) {
        crash(token, 0, false);
    }

    @Override
    public int order() {
        return 1; // after the simulator
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
        var url = "http://127.0.0.1:" + server.getAddress().getPort();
        System.setProperty(URL, url);
        return Map.of(
                "posthorn.auth-url", url,
                "posthorn.messaging-url", url,
                "posthorn.media-url", url,
                "posthorn.graph-url", url);
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (path.equals("/answers")) {
                var told = JSON.readTree(body);
                answers.put(
                        told.path("path").asText(),
                        new Answer(
                                told.path("status").asInt(), told.path("body").asText()));
                reply(exchange, new Answer(200, "{}"));
            } else if (path.equals("/crashes")) {
                var told = JSON.readTree(body);
                var token = "Bearer " + told.path("token").asText();
                if (told.path("call").asInt() == 0) {
                    crashes.remove(token);
                } else {
                    crashes.put(
                            token,
                            new Crash(
                                    told.path("call").asInt(),
                                    told.path("afterMeta").asBoolean()));
                }
                reply(exchange, new Answer(200, "{}"));
            } else if (path.equals("/internal/token")) {
                reply(exchange, new Answer(200, "{\"accessToken\":\"stand-in\",\"expiresIn\":300}"));
            } else if (path.startsWith("/v25.0/")) {
                passOn(exchange, body);
            } else {
                reply(exchange, answers.getOrDefault(path, new Answer(404, "{}")));
            }
        }
    }

    private void passOn(HttpExchange exchange, String body) throws IOException {
        var crash = crashes.get(exchange.getRequestHeaders().getFirst("Authorization"));
        var state = crash == null ? 0 : crash.state();
        if (state == 2 || (state == 1 && !crash.afterMeta)) {
            return; // closed without an answer
        }
        var request = HttpRequest.newBuilder(
                        URI.create(System.getProperty("posthorn.test-simulator.url") + exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofString(body))
                .header("Authorization", exchange.getRequestHeaders().getFirst("Authorization"))
                .header("Content-Type", "application/json")
                .build();
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            var creation = exchange.getRequestMethod().equals("POST") && body.contains("\"name\":\"lost_");
            if (state == 0 && (!creation || !lost.add(exchange.getRequestURI().getPath()))) {
                reply(exchange, new Answer(answer.statusCode(), answer.body()));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void reply(HttpExchange exchange, Answer answer) throws IOException {
        var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
