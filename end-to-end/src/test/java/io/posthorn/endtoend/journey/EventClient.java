package io.posthorn.endtoend.journey;

import io.posthorn.devstack.client.Account;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A client of the event stream at the gateway, as a browser's EventSource is one; blocking, one connection. */
final class EventClient implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final BufferedReader lines;

    record Event(String id, String name, String data) {}

    private EventClient(String gateway, Account account, String lastEventId) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(gateway + "/api/v1/events"))
                .header("Authorization", "Bearer " + account.accessToken());
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        var answer = http.send(request.build(), BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new IOException("The stream answered " + answer.statusCode());
        }
        lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    /** @param lastEventId null to begin with what happens from now on */
    static EventClient open(String gateway, Account account, String lastEventId) throws Exception {
        return new EventClient(gateway, account, lastEventId);
    }

    /** The next block, also one that carries only an id; empty when the stream has ended. */
    Optional<Event> next() {
        String id = null;
        String name = null;
        var data = new StringBuilder();
        try {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("event:")) {
                    name = line.substring(6).strip();
                } else if (line.startsWith("data:")) {
                    data.append(line.substring(5).strip());
                } else if (line.isEmpty() && (id != null || name != null)) {
                    return Optional.of(new Event(id, name, data.toString()));
                }
            }
        } catch (IOException cut) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** Breaks the connection. */
    @Override
    public void close() {
        http.shutdownNow();
    }
}
