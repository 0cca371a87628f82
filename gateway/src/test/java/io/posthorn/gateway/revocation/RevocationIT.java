package io.posthorn.gateway.revocation;

import static io.posthorn.testkit.Patience.LIMIT;
import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.gateway.stub.AuthStandIn;
import io.posthorn.gateway.stub.Client;
import io.posthorn.gateway.stub.Client.Answer;
import io.posthorn.gateway.stub.GatewayWorld;
import io.posthorn.gateway.stub.MovableClock;
import io.posthorn.gateway.stub.RedisDoor;
import io.posthorn.gateway.stub.StubUpstream;
import io.posthorn.gateway.stub.TestToken;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(GatewayWorld.class)
@TestProfile(RevocationIT.EndedBefore.class)
class RevocationIT {
    private static final String ENDED_BEFORE = "018f0000-0000-7000-8000-00000000dead";

    /** A session that ended before the gateway started. */
    public static class EndedBefore implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            RedisDoor.revoke(ENDED_BEFORE);
            return Map.of();
        }
    }

    private final String session = UUID.randomUUID().toString();

    @Inject
    MovableClock clock;

    @AfterEach
    void setTheClockBack() {
        clock.setBack();
    }

    @BeforeEach
    void startServices() {
        StubUpstream.startAll();
        StubUpstream.named("messaging").behave(RevocationIT::openStream);
    }

    @Test
    void knowsWhatWasRevokedBeforeItStarted() {
        int port = ConfigProvider.getConfig().getValue("quarkus.management.port", Integer.class);
        var probe = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/q/health/ready"))
                .build();

        assertThat(Client.exchange(probe, BodyHandlers.ofString()).body()).contains("revocations");
        assertThat(ask(ENDED_BEFORE).json().getString("code")).isEqualTo("session_revoked");
    }

    @Test
    void refusesTokensOfARevokedSessionAtOnce() {
        assertThat(ask(session).status()).isEqualTo(200);

        RedisDoor.revoke(session);

        await().untilAsserted(() -> {
            var answer = ask(session);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.json().getString("code")).isEqualTo("session_revoked");
            assertThat(answer.header("WWW-Authenticate")).contains("invalid_token");
        });
        assertThat(ask(UUID.randomUUID().toString()).status()).isEqualTo(200);
    }

    @Test
    void refusesAWholeWorkspaceUntilThatIsLifted() {
        var workspace = UUID.randomUUID().toString();
        var bearer = "Bearer " + TestToken.aToken().workspace(workspace).make();
        assertThat(askAs(bearer).status()).isEqualTo(200);

        RedisDoor.revoke(workspace);
        await().until(() -> askAs(bearer).status() == 401);

        RedisDoor.lift(workspace);
        await().until(() -> askAs(bearer).status() == 200);
    }

    @Test
    void refusesARevokedApiKeyAtOnce() {
        var auth = AuthStandIn.open();
        var key = auth.key("*");
        assertThat(askWithKey(key).status()).isEqualTo(200);

        RedisDoor.revoke(auth.idOf(key));

        await().untilAsserted(() -> {
            var answer = askWithKey(key);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.json().getString("code")).isEqualTo("session_revoked");
        });
        auth.revoke(key);
        assertThat(askWithKey(key).status()).isEqualTo(401);
    }

    @Test
    void endsTheStreamsOfARevokedSessionAndNoOthers() throws Exception {
        var ending = stream(Client.to("/api/v1/events").header("Authorization", bearer(session)));
        var other = stream(Client.to("/api/v1/events")
                .header("Authorization", bearer(UUID.randomUUID().toString())));

        RedisDoor.revoke(session);

        await().until(ending::isDone);
        assertThat(other).isNotDone();
    }

    @Test
    void endsAStreamThatATicketOpened() throws Exception {
        StubUpstream.named("messaging").behave(request -> {
            request.response().putHeader("X-Internal-Session", session);
            openStream(request);
        });
        var request = Client.to("/api/v1/events?ticket=t").GET().build();
        var answer = Client.exchange(request, BodyHandlers.ofInputStream());
        var ending = watch(answer);

        RedisDoor.revoke(session);

        await().until(ending::isDone);
        assertThat(answer.headers().firstValue("X-Internal-Session")).isEmpty();
    }

    @Test
    void endsAStreamWithTheTokenThatOpenedIt() throws Exception {
        clock.stop();
        var other = stream(Client.to("/api/v1/events").header("Authorization", bearer(session)));

        await().ignoreExceptions().untilAsserted(() -> {
            var token = TestToken.aToken().expiring(2).make();
            var ending = stream(Client.to("/api/v1/events").header("Authorization", "Bearer " + token));
            assertThat(ending).succeedsWithin(LIMIT);
        });

        assertThat(other).isNotDone();
    }

    private static CompletableFuture<Void> stream(HttpRequest.Builder request) throws IOException {
        return watch(Client.exchange(request.GET().build(), BodyHandlers.ofInputStream()));
    }

    /** Done when the stream is over, in whatever way. */
    private static CompletableFuture<Void> watch(HttpResponse<InputStream> answer) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().read()).isEqualTo('d');
        var over = new CompletableFuture<Void>();
        Thread.ofVirtual().start(() -> {
            try (var body = answer.body()) {
                body.readAllBytes();
            } catch (IOException cut) {
                // that is how a stream ends that was cut
            }
            over.complete(null);
        });
        return over;
    }

    private static void openStream(HttpServerRequest request) {
        if (request.path().equals("/api/v1/events")) {
            request.response()
                    .putHeader("Content-Type", "text/event-stream")
                    .setChunked(true)
                    .write("data: one\n\n");
        } else {
            request.response().end();
        }
    }

    private static Answer ask(String session) {
        return askAs(bearer(session));
    }

    private static Answer askAs(String bearer) {
        return Client.send(
                Client.to("/api/v1/contacts").header("Authorization", bearer).GET());
    }

    private static Answer askWithKey(String key) {
        return Client.send(
                Client.to("/api/v1/contacts").header("X-API-Key", key).GET());
    }

    private static String bearer(String session) {
        return "Bearer " + TestToken.aToken().session(session).make();
    }
}
