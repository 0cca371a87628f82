package io.posthorn.messaging;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * auth-service and media-service, as far as messaging calls them. Tests say by {@link #uploaded} what Meta's id of every file is;
 * until they do, media-service is away. Quarkus loads this class twice, hence the system properties.
 */
public class Neighbours implements QuarkusTestResourceLifecycleManager {
    public static final UUID UNKNOWN_FILE = UUID.fromString("00000000-0000-7000-8000-000000000404");
    public static final UUID GIF = UUID.fromString("00000000-0000-7000-8000-00000000061f");
    private static final String PREFIX = "posthorn.test-media.";
    private static final Pattern CHANNEL = Pattern.compile("\"channelId\"\\s*:\\s*\"([^\"]+)\"");

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/internal/token", exchange -> answer(exchange, 200, """
                {"accessToken":"of-messaging","expiresIn":300}"""));
        server.createContext("/internal/workspaces", Neighbours::media);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        var url = "http://localhost:" + server.getAddress().getPort();
        return Map.of("posthorn.auth-url", url, "posthorn.media-url", url);
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    /** From now on this is Meta's id of every file in this channel. */
    public static void uploaded(String channelId, String providerMediaId) {
        System.setProperty(PREFIX + channelId, providerMediaId);
    }

    /** How often a file was uploaded for this channel. */
    public static int uploads(String channelId) {
        return Integer.getInteger(PREFIX + "count." + channelId, 0);
    }

    private static void media(HttpExchange exchange) throws IOException {
        if (!"Bearer of-messaging".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "{}");
            return;
        }
        var path = exchange.getRequestURI().getPath().split("/");
        var id = UUID.fromString(path[5]);
        if (path.length == 7) {
            upload(exchange);
        } else if (id.equals(UNKNOWN_FILE)) {
            answer(exchange, 404, "{}");
        } else {
            var type = id.equals(GIF) ? "image/gif" : "image/png";
            answer(exchange, 200, """
                    {"id":"%s","kind":"image","mimeType":"%s","size":100,"sha256":"ab","fileName":"a.png"}""".formatted(id, type));
        }
    }

    private static synchronized void upload(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var channel = CHANNEL.matcher(body);
        var providerId = channel.find() ? System.getProperty(PREFIX + channel.group(1)) : null;
        if (providerId == null) {
            answer(exchange, 503, "{}");
            return;
        }
        System.setProperty(PREFIX + "count." + channel.group(1), Integer.toString(uploads(channel.group(1)) + 1));
        answer(exchange, 200, """
                {"providerMediaId":"%s","expiresAt":"2099-01-01T00:00:00Z"}""".formatted(providerId));
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
