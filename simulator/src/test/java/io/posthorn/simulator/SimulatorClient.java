package io.posthorn.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Talks to the running simulator over real HTTP. */
public record SimulatorClient(URI base) {
    public static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_WORLDS = 200;
    private static final Map<URI, Deque<String>> WORLDS = new ConcurrentHashMap<>();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Patience.LIMIT)
            .build();

    public record Answer(int status, String contentType, String text) {
        public JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (IOException notJson) {
                return MissingNode.getInstance();
            }
        }

        public int errorCode() {
            return json().path("error").path("code").asInt(-1);
        }
    }

    /** A world of its own, with settings such as {@code "webhooks":{"batchSize":1}}. */
    public TestWorld world(String settings) {
        var answer = control("POST", "/_sim/worlds", "{" + settings + "}");
        if (answer.status() != 201) {
            throw new AssertionError("No world: " + answer.text());
        }
        var world = new TestWorld(this, answer.json());
        forgetOldest(world);
        return world;
    }

    /** Tests have worlds of their own and leave them behind; the simulator holds a thousand. */
    private void forgetOldest(TestWorld latest) {
        var worlds = WORLDS.computeIfAbsent(base, simulator -> new ConcurrentLinkedDeque<>());
        worlds.addLast(latest.id());
        if (worlds.size() > MOST_WORLDS) {
            control("DELETE", "/_sim/worlds/" + worlds.removeFirst(), null);
        }
    }

    public TestWorld world() {
        return world("");
    }

    public Answer control(String method, String path, String body) {
        return call(method, path, null, "application/json", body);
    }

    public Answer graph(String method, String path, String token, String body) {
        return call(method, path, token, "application/json", body);
    }

    public Answer call(String method, String path, String token, String contentType, String body) {
        try {
            return exchange(method, path, token, contentType, body, Patience.LIMIT);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Sends bytes with any headers and takes bytes; {@code path} may be a whole address. */
    public HttpResponse<byte[]> raw(String method, String path, byte[] body, String... headers) {
        var request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Patience.LIMIT)
                .method(method, BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    public Answer exchange(String method, String path, String token, String contentType, String body, Duration timeout)
            throws IOException {
        var request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(timeout)
                .header("Content-Type", contentType)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            var type = response.headers().firstValue("Content-Type").orElse("");
            return new Answer(response.statusCode(), type, response.body());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
