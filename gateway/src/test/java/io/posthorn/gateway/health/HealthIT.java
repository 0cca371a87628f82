package io.posthorn.gateway.health;

import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.gateway.stub.Client;
import io.posthorn.gateway.stub.GatewayWorld;
import io.posthorn.gateway.stub.MovableClock;
import io.posthorn.gateway.stub.RawUpstream;
import io.posthorn.gateway.stub.StubUpstream;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(GatewayWorld.class)
class HealthIT {
    private static final String WELL = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

    @Inject
    MovableClock clock;

    @BeforeEach
    void startServices() {
        StubUpstream.startAll();
    }

    @AfterEach
    void setTheClockBack() {
        clock.setBack();
    }

    @Test
    void isUpWhenAllServicesAre() {
        try (var fragile = RawUpstream.answering(WELL)) {
            await().untilAsserted(() -> {
                var answer = Client.get("/health");
                assertThat(answer.status()).as(answer.text()).isEqualTo(200);
                assertThat(answer.header("Content-Type")).isEqualTo("application/json");
                var health = answer.json();
                assertThat(health.getString("status")).isEqualTo("up");
                assertThat(health.getString("environment")).isEqualTo("test");
                assertThat(Instant.parse(health.getString("timestamp"))).isBefore(Instant.now());
                assertThat(health.getJsonObject("services").fieldNames()).containsAll(StubUpstream.SERVICES);
                assertThat(health.getJsonObject("services")
                                .getJsonObject("auth")
                                .getString("status"))
                        .isEqualTo("up");
            });
            assertThat(fragile.accepted()).isPositive();
        }
    }

    @Test
    void namesTheServiceThatIsNotReady() {
        StubUpstream.named("media")
                .behave(request -> request.response().setStatusCode(503).end());

        await().untilAsserted(() -> {
            var answer = Client.get("/health");
            assertThat(answer.status()).isEqualTo(503);
            var health = answer.json();
            assertThat(health.getString("status")).isEqualTo("degraded");
            var services = health.getJsonObject("services");
            assertThat(services.getJsonObject("media").getString("status")).isEqualTo("down");
            assertThat(services.getJsonObject("media").getString("reason")).isEqualTo("not ready");
            assertThat(services.getJsonObject("fragile").getString("reason")).isEqualTo("not reachable");
            assertThat(services.getJsonObject("admin").getString("status")).isEqualTo("up");
        });
    }

    @Test
    void asksServicesAboutOncePerSecondHoweverOftenItIsAsked() {
        clock.stop();
        clock.move(Duration.ofSeconds(1));
        for (int i = 0; i < 15; i++) {
            Client.get("/health");
        }
        clock.move(Duration.ofSeconds(1));
        for (int i = 0; i < 15; i++) {
            Client.get("/health");
        }

        assertThat(StubUpstream.named("auth").asked("/q/health/ready")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health/ready", "/q/health/live"})
    void hasProbesOfItsOwnBehindAnotherPort(String path) {
        int port = ConfigProvider.getConfig().getValue("quarkus.management.port", Integer.class);
        var probe = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();

        assertThat(Client.exchange(probe, BodyHandlers.discarding()).statusCode())
                .isEqualTo(200);
        assertThat(Client.get(path).status()).isEqualTo(404);
    }
}
