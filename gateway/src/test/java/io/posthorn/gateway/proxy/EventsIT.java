package io.posthorn.gateway.proxy;

import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.gateway.stub.Client;
import io.posthorn.gateway.stub.GatewayWorld;
import io.posthorn.gateway.stub.Logged;
import io.posthorn.gateway.stub.StubUpstream;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stream of events, and the one-time ticket that opens it for clients without headers. */
@QuarkusTest
@QuarkusTestResource(GatewayWorld.class)
class EventsIT {
    @BeforeEach
    void startServices() {
        StubUpstream.startAll();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/events?ticket=abc, 200",
        "GET, /api/events?since=1&ticket=abc, 200",
        "GET, /api/v1/events, 401",
        "GET, /api/v1/events?ticket=, 401",
        "GET, /api/v1/events?ticket, 401",
        "GET, /api/v1/events?other=ticket=abc, 401",
        "POST, /api/v1/events?ticket=abc, 405",
        "POST, /api/v1/events/ticket?ticket=abc, 401",
        "GET, /api/v1/contacts?ticket=abc, 401"
    })
    void opensTheStreamAndNothingElseToTickets(String method, String uri, int status) {
        var answer = Client.send(Client.to(uri).method(method, BodyPublishers.noBody()));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(StubUpstream.named("messaging").received()).hasSize(status == 200 ? 1 : 0);
    }

    @Test
    void passesTheTicketToTheServiceThatMadeIt() {
        Client.get("/api/v1/events?ticket=abc");

        assertThat(StubUpstream.named("messaging").only().uri()).isEqualTo("/api/v1/events?ticket=abc");
    }

    @Test
    void givesTicketsToWhoeverHasAToken() {
        var answer = Client.send(Client.withToken("/api/v1/events/ticket").POST(BodyPublishers.noBody()));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(StubUpstream.named("messaging").only().uri()).isEqualTo("/api/v1/events/ticket");
    }

    @Test
    void checksATokenEvenBesideATicket() {
        var answer = Client.send(Client.to("/api/v1/events?ticket=abc")
                .header("Authorization", "Bearer rubbish")
                .GET());

        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void neverLogsATicket() {
        try (var logged = Logged.here()) {
            StubUpstream.named("messaging")
                    .behave(request -> request.connection().close());
            Client.get("/api/v1/events?ticket=secret-ticket");
            StubUpstream.named("messaging").forget();
            Client.get("/api/v1/events?ticket=secret-ticket");

            await().until(() ->
                    logged.lines().stream().anyMatch(line -> line.contains("route=/api/v1/events status=200")));
            assertThat(logged.lines()).noneMatch(line -> line.contains("secret-ticket"));
        }
    }
}
