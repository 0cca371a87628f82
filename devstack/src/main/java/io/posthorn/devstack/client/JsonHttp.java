package io.posthorn.devstack.client;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** Sends JSON to one server and reads JSON back. An answer of any status is an answer; only its absence is a failure. */
public final class JsonHttp {
    public static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final String base;

    public JsonHttp(String base) {
        this.base = base;
    }

    public Answer send(String method, String path, Map<String, String> headers, Object body) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .method(method, publisher(body));
        headers.forEach(request::header);
        if (body != null && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        try {
            var response = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(method + " " + path, response.statusCode(), response.headers(), json(response.body()));
        } catch (IOException failure) {
            throw new UncheckedIOException("%s %s has no answer: %s".formatted(method, path, failure), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted during " + method + " " + path, interrupted);
        }
    }

    /** Bytes go as they are, everything else as JSON. */
    private static BodyPublisher publisher(Object body) {
        try {
            return switch (body) {
                case null -> BodyPublishers.noBody();
                case byte[] bytes -> BodyPublishers.ofByteArray(bytes);
                default -> BodyPublishers.ofByteArray(MAPPER.writeValueAsBytes(body));
            };
        } catch (JacksonException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    private static JsonNode json(byte[] body) throws IOException {
        try {
            return body.length == 0 ? MissingNode.getInstance() : MAPPER.readTree(body);
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }
}
