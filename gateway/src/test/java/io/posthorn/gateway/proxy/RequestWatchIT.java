package io.posthorn.gateway.proxy;

import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.gateway.stub.Client;
import io.posthorn.gateway.stub.GatewayWorld;
import io.posthorn.gateway.stub.Logged;
import io.posthorn.gateway.stub.StubUpstream;
import io.posthorn.gateway.stub.TestToken;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(GatewayWorld.class)
class RequestWatchIT {
    private final String id = UUID.randomUUID().toString();

    @BeforeEach
    void startServices() {
        StubUpstream.startAll();
    }

    @Test
    void tellsHowARequestWentAndNothingAboutWhoAsked() {
        var token = TestToken.aToken().make();

        var line = lineAfter(() -> Client.send(Client.to("/api/contacts/4711?phone=15550002000")
                .header("X-Request-Id", id)
                .header("Authorization", "Bearer " + token)
                .GET()));

        assertThat(line)
                .matches(
                        "requestId=\\S+ method=GET route=/api/v1/contacts status=200 ms=\\d+ bytes=\\d+ client=[0-9a-f]{12}")
                .doesNotContain("4711", "15550002000", token, "127.0.0.1");
    }

    @Test
    void hasALineForWhatIsRefused() {
        var line = lineAfter(() -> Client.send(
                Client.to("/nowhere/secret").header("X-Request-Id", id).GET()));

        assertThat(line).contains("route=- status=404").doesNotContain("secret");
    }

    @Test
    void hasALineForAClientThatLeft() {
        StubUpstream.named("messaging").behave(request -> {});

        var line = lineAfter(() -> {
            try (var socket = new Socket("localhost", Client.port())) {
                socket.getOutputStream()
                        .write("GET /webhooks/x HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: %s\r\n\r\n"
                                .formatted(id)
                                .getBytes(StandardCharsets.ISO_8859_1));
                await().until(() -> !StubUpstream.named("messaging").received().isEmpty());
            } catch (IOException failure) {
                throw new java.io.UncheckedIOException(failure);
            }
        });

        assertThat(line).contains("route=/webhooks status=499");
    }

    private String lineAfter(Runnable request) {
        try (var logged = Logged.here()) {
            request.run();
            return await().until(
                            () -> logged.lines().stream()
                                    .filter(line -> line.contains(id))
                                    .findFirst()
                                    .orElse(null),
                            java.util.Objects::nonNull);
        }
    }
}
