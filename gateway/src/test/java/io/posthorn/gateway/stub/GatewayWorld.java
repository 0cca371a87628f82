package io.posthorn.gateway.stub;

import io.posthorn.testkit.Stores;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Chooses the ports of the world around the gateway. The servers are started by the tests themselves, on the ports that the
 * gateway was told; two of them, {@code fragile} and {@code other}, exist only here and may break.
 */
public final class GatewayWorld implements QuarkusTestResourceLifecycleManager {
    private static final int LOWEST_PORT = 20_000;
    private static final int HIGHEST_PORT = 32_000;
    public static final String ISSUER = "http://localhost:8080";
    private static final String PATIENCE = "60s";
    public static final String CLIENT_SECRET = "gateway-secret-of-the-tests";

    @Override
    public Map<String, String> start() {
        System.setProperty("vertx.disableURIValidation", "true"); // as the gateway's main method does
        var config = new HashMap<String, String>();
        for (var name : new String[] {"auth", "messaging", "media", "template", "admin"}) {
            config.put("posthorn.%s-url".formatted(name), "http://localhost:" + freePort());
        }
        config.put("posthorn.gateway.upstreams.fragile.url", "http://localhost:" + freePort());
        config.put("posthorn.gateway.upstreams.fragile.max-requests", "4");
        config.put("posthorn.gateway.upstreams.fragile.max-waiting", "2");
        config.put("posthorn.gateway.upstreams.fragile.breaker.requests", "1000"); // its failures are not to open it
        route(config, "fragile", "/api/v1/fragile", "fragile", "public");
        config.put("posthorn.gateway.routes.fragile.body-limit", "64K");
        config.put("posthorn.public-url", ISSUER);
        config.put("posthorn.redis.url", Stores.redis());
        config.put("posthorn.client-secret", CLIENT_SECRET);
        config.put("posthorn.gateway.cors.origins", "https://app.example.com, https://desk.example.com/");
        config.put("posthorn.gateway.identity.ask-again-after", "300ms");
        bePatient(config);
        config.put("quarkus.http.test-port", "0");
        config.put("quarkus.management.test-port", "0");
        config.put("environment", "test");
        return config;
    }

    @Override
    public void stop() {}

    /** Where nothing is said about silence, a machine that stands still for a while must not look like one. */
    private static void bePatient(Map<String, String> config) {
        for (var service : List.of("auth", "messaging", "media", "template", "admin", "fragile")) {
            config.put("posthorn.gateway.upstreams." + service + ".connect-timeout", PATIENCE);
        }
        for (var name :
                List.of("webhooks", "channels", "contacts", "messages", "graph", "media", "samples", "fragile")) {
            config.put("posthorn.gateway.routes." + name + ".timeout", PATIENCE);
        }
        config.put("posthorn.gateway.identity.ask-timeout", PATIENCE);
        config.put("posthorn.gateway.health.timeout", PATIENCE);
        config.put("posthorn.limits.store-timeout", PATIENCE);
    }

    private static void route(Map<String, String> config, String name, String path, String upstream, String access) {
        var row = "posthorn.gateway.routes." + name + ".";
        config.put(row + "path", path);
        config.put(row + "upstream", upstream);
        config.put(row + "access", access);
    }

    /** Below the range from which the system gives ports to clients: nobody takes it while a test has its server down. */
    public static int freePort() {
        int port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT);
        try (var socket = new ServerSocket(port)) {
            return socket.getLocalPort();
        } catch (IOException taken) {
            return freePort();
        }
    }
}
