package io.posthorn.media.provider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.posthorn.testkit.World;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** auth-service and messaging-service, as far as this service sees them: one gives tokens, one lends connections. */
public class Neighbours implements QuarkusTestResourceLifecycleManager {
    private static final String CONNECTION = "posthorn.test-neighbours.connection";
    private static final String NONE = "none";
    private static final String OFF = "off";

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
        var url = "http://localhost:" + server.getAddress().getPort();
        return Map.of("posthorn.auth-url", url, "posthorn.messaging-url", url);
    }

    @Override
    public void stop() {
        server.stop(0);
        ((ExecutorService) server.getExecutor()).shutdown();
    }

    /** A channel of that workspace to a number of the simulator; answers its id. */
    public static UUID connect(UUID workspace, World world, String accessToken) {
        var channel = UUID.randomUUID();
        reconnect(workspace, channel, world, accessToken);
        return channel;
    }

    public static void reconnect(UUID workspace, UUID channel, World world, String accessToken) {
        remember(workspace, channel, """
                {"channelId":"%s","phoneNumberId":"%s","wabaId":"%s","accessToken":"%s","later":"unknown field"}""".formatted(channel, world.phoneNumberId(), world.wabaId(), accessToken));
    }

    /** That workspace has connected the number. */
    public static void number(UUID workspace, String phoneNumberId) {
        System.setProperty(
                CONNECTION + "/internal/workspaces/%s/numbers/%s".formatted(workspace, phoneNumberId),
                "{\"channelId\":\"%s\",\"phoneNumberId\":\"%s\"}".formatted(UUID.randomUUID(), phoneNumberId));
    }

    /** A channel that is off. */
    static UUID disconnected(UUID workspace) {
        var channel = UUID.randomUUID();
        remember(workspace, channel, OFF);
        return channel;
    }

    /** In system properties, because Quarkus loads this class more than once. */
    private static void remember(UUID workspace, UUID channel, String connection) {
        System.setProperty(CONNECTION + path(workspace, channel), connection);
    }

    private static String path(UUID workspace, UUID channel) {
        return "/internal/workspaces/%s/channels/%s/connection".formatted(workspace, channel);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (path.equals("/internal/token")) {
            answer(exchange, 200, "{\"accessToken\":\"service-token\",\"expiresIn\":300}");
        } else if (!"Bearer service-token".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "{}");
        } else {
            var connection = System.getProperty(CONNECTION + path, NONE);
            switch (connection) {
                case NONE -> answer(exchange, 404, "{}");
                case OFF -> answer(exchange, 409, "{}");
                default -> answer(exchange, 200, connection);
            }
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }
}
