package io.posthorn.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A few lines of HTTP for tests and their resources. */
public final class Http {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(60)).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Status 0: nobody answered. */
    public record Answer(int status, String body) {
        boolean isAnswered(int expected) {
            return status == expected;
        }

        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException notJson) {
                throw new IllegalStateException("HTTP %d: %s".formatted(status, body), notJson);
            }
        }

        public Answer expect(int expected) {
            if (status != expected) {
                throw new IllegalStateException("HTTP %d instead of %d: %s".formatted(status, expected, body));
            }
            return this;
        }
    }

    private Http() {}

    public static Answer get(String url, String... headers) {
        return send(request(url, headers).GET());
    }

    public static Answer post(String url, String json, String... headers) {
        return send(method("POST", url, json, headers));
    }

    public static Answer patch(String url, String json, String... headers) {
        return send(method("PATCH", url, json, headers));
    }

    private static HttpRequest.Builder method(String method, String url, String json, String... headers) {
        return request(url, headers)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json));
    }

    private static HttpRequest.Builder request(String url, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(120));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException unanswered) {
            return new Answer(0, unanswered.toString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
