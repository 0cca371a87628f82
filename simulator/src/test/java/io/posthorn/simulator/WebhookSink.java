package io.posthorn.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The platform's end of webhooks: a real server that answers the handshake and keeps what is posted. */
public final class WebhookSink implements AutoCloseable {
    private static final String VERIFY_TOKEN = "word & more";

    public record Received(String signature, String legacySignature, byte[] body) {
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        public boolean isSignedWith(String secret) {
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
                return ("sha256=" + HexFormat.of().formatHex(mac.doFinal(body))).equals(signature);
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        JsonNode json() {
            try {
                return SimulatorClient.JSON.readTree(body);
            } catch (IOException notJson) {
                throw new UncheckedIOException(notJson);
            }
        }
    }

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<String> handshakes = new CopyOnWriteArrayList<>();
    private volatile boolean quotesChallenges;
    private final ConcurrentLinkedQueue<Integer> nextStatuses = new ConcurrentLinkedQueue<>();

    public WebhookSink() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:%d/hook".formatted(server.getAddress().getPort());
    }

    public String verifyToken() {
        return VERIFY_TOKEN;
    }

    /** Answers these statuses first, and 200 after them. */
    public void answers(Integer... statuses) {
        nextStatuses.addAll(Arrays.asList(statuses));
    }

    /** Answers challenges as JSON texts, which is wrong. */
    public void quoteChallenges() {
        quotesChallenges = true;
    }

    /** The queries of the handshakes so far. */
    public List<String> handshakes() {
        return handshakes;
    }

    public List<Received> received() {
        return received;
    }

    public List<JsonNode> statuses() {
        return items("statuses").toList();
    }

    public List<String> statusesOf(String wamid) {
        return items("statuses")
                .filter(status -> status.path("id").asText().equals(wamid))
                .map(status -> status.path("status").asText())
                .toList();
    }

    public List<JsonNode> messages() {
        return items("messages").toList();
    }

    public Stream<JsonNode> values() {
        return received.stream()
                .flatMap(each -> each.json().path("entry").valueStream())
                .flatMap(entry -> entry.path("changes").valueStream())
                .map(change -> change.path("value"));
    }

    /** The values of changes of one field. */
    public List<JsonNode> changes(String field) {
        return received.stream()
                .flatMap(each -> each.json().path("entry").valueStream())
                .flatMap(entry -> entry.path("changes").valueStream())
                .filter(change -> change.path("field").asText().equals(field))
                .map(change -> change.path("value"))
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private Stream<JsonNode> items(String array) {
        return values().flatMap(value -> value.path(array).valueStream());
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("GET")) {
                handshake(exchange);
            } else {
                var signature = exchange.getRequestHeaders().getFirst("X-Hub-Signature-256");
                var legacy = exchange.getRequestHeaders().getFirst("X-Hub-Signature");
                received.add(new Received(
                        signature, legacy, exchange.getRequestBody().readAllBytes()));
                var status = Optional.ofNullable(nextStatuses.poll()).orElse(200);
                exchange.sendResponseHeaders(status, -1);
            }
        }
    }

    private void handshake(HttpExchange exchange) throws IOException {
        var query = exchange.getRequestURI().getRawQuery();
        handshakes.add(query);
        if (!VERIFY_TOKEN.equals(parameter(query, "hub.verify_token"))
                || !"subscribe".equals(parameter(query, "hub.mode"))) {
            exchange.sendResponseHeaders(403, -1);
            return;
        }
        var said = parameter(query, "hub.challenge");
        var challenge = (quotesChallenges ? '"' + said + '"' : said).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, challenge.length);
        exchange.getResponseBody().write(challenge);
    }

    private static String parameter(String query, String name) {
        return Arrays.stream(query.split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }
}
