package io.posthorn.messaging.realtime;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A client of the stream that reads as the standard says, and remembers what it was told. */
final class Listening implements AutoCloseable {
    record Told(String id, String type, String data) {
        long number() {
            return Long.parseLong(data.replaceAll(".*\"number\": ?(\\d+).*", "$1"));
        }
    }

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final HttpHeaders headers;
    private final InputStream body;
    private final List<Told> told = new CopyOnWriteArrayList<>();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private volatile String lastId;
    private volatile boolean ended;

    private Listening(HttpResponse<InputStream> answer) {
        this.headers = answer.headers();
        this.body = answer.body();
        Thread.startVirtualThread(this::read);
    }

    static Listening as(String token) {
        return as(token, null);
    }

    static Listening as(String token, String lastEventId) {
        var request = request("/api/v1/events").header("Authorization", "Bearer " + token);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return open(request);
    }

    static Listening withTicket(String ticket) {
        return open(request("/api/v1/events?ticket=" + ticket));
    }

    HttpHeaders headers() {
        return headers;
    }

    /** Events in order; without the blocks that only move the cursor. */
    List<Told> told() {
        return told;
    }

    List<Long> numbers() {
        return told.stream().map(Told::number).toList();
    }

    List<String> lines() {
        return lines;
    }

    String lastId() {
        return lastId;
    }

    boolean ended() {
        return ended;
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Accept", "text/event-stream");
    }

    private static Listening open(HttpRequest.Builder request) {
        try {
            var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(
                        answer.statusCode() + " " + new String(answer.body().readAllBytes(), StandardCharsets.UTF_8));
            }
            return new Listening(answer);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void read() {
        try (var reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            String id = null;
            String type = null;
            String data = null;
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
                if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("event:")) {
                    type = line.substring(6).strip();
                } else if (line.startsWith("data:")) {
                    data = line.substring(5).strip();
                } else if (line.isEmpty()) {
                    lastId = id;
                    if (data != null) {
                        told.add(new Told(id, type, data));
                    }
                    type = null;
                    data = null;
                }
            }
        } catch (IOException cut) {
            // the end, from either side
        }
        ended = true;
    }
}
