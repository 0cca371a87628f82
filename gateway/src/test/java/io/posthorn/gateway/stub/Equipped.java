package io.posthorn.gateway.stub;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

/** A gateway with TLS, a route for WebSockets, a table that may change, and little room. */
public class Equipped implements QuarkusTestProfile {
    public static final int ROOM = 8;

    @Override
    public Map<String, String> getConfigOverrides() {
        try {
            var folder = Files.createTempDirectory("gateway");
            var certificate = TestCertificate.in(folder);
            var table = Files.createFile(folder.resolve("table.properties"));
            return Map.ofEntries(
                    Map.entry(
                            "posthorn.tls.certificate",
                            certificate.certificate().toString()),
                    Map.entry("posthorn.tls.key", certificate.key().toString()),
                    Map.entry("quarkus.http.test-ssl-port", Integer.toString(GatewayWorld.freePort())),
                    Map.entry("posthorn.gateway.table.file", table.toString()),
                    Map.entry("posthorn.gateway.table.every", "100ms"),
                    Map.entry("posthorn.gateway.load.max-requests", Integer.toString(ROOM)),
                    // A connection that became a WebSocket never counts as answered, and stopping would wait for it.
                    Map.entry("quarkus.shutdown.timeout", "1s"),
                    Map.entry("posthorn.gateway.routes.socket.path", "/api/v1/socket"),
                    Map.entry("posthorn.gateway.routes.socket.upstream", "messaging"),
                    Map.entry("posthorn.gateway.routes.socket.upgrades", "true"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
