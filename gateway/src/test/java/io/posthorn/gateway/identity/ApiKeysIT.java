package io.posthorn.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.gateway.limit.SlowPlan;
import io.posthorn.gateway.stub.AuthStandIn;
import io.posthorn.gateway.stub.Callers;
import io.posthorn.gateway.stub.Client;
import io.posthorn.gateway.stub.Client.Answer;
import io.posthorn.gateway.stub.GatewayWorld;
import io.posthorn.gateway.stub.MovableClock;
import io.posthorn.gateway.stub.StubUpstream;
import io.posthorn.gateway.stub.TestToken;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(GatewayWorld.class)
@TestProfile(SlowPlan.class)
class ApiKeysIT {
    private final String address = Callers.freshAddress();
    private AuthStandIn auth;

    @Inject
    MovableClock clock;

    @AfterEach
    void setTheClockBack() {
        clock.setBack();
    }

    @BeforeEach
    void startServices() {
        clock.stop();
        StubUpstream.startAll();
        auth = AuthStandIn.open();
    }

    @ParameterizedTest
    @CsvSource({"Authorization, 'Bearer '", "Authorization, 'bearer '", "X-API-Key, ''"})
    void exchangesAKeyForAShortTokenAndShowsServicesOnlyThat(String header, String before) {
        var key = auth.key("messages:write");

        var answer = ask("POST", "/api/v1/messages", header, before + key);

        assertThat(answer.status()).isEqualTo(200);
        var arrived = StubUpstream.named("messaging").only();
        assertThat(claims(arrived.header("Authorization")).getString("sid")).isEqualTo(auth.idOf(key));
        assertThat(claims(arrived.header("Authorization")).getString("workspace"))
                .isEqualTo(auth.workspaceOf(key));
        assertThat(arrived.header("X-API-Key")).isNull();
        assertThat(arrived.headers().toString()).doesNotContain(key);
        assertThat(auth.exchanges()).singleElement().satisfies(exchange -> assertThat(exchange.getString("address"))
                .isEqualTo(address));
    }

    @Test
    void asksOnceForManyRequestsOfOneKey() throws Exception {
        var key = auth.key("*");

        var statuses =
                Callers.together(40, () -> ask("GET", "/api/v1/contacts", key).status());

        assertThat(Collections.frequency(statuses, 200)).isEqualTo(40);
        assertThat(auth.exchanges()).hasSize(1);
        assertThat(auth.tokens()).isLessThanOrEqualTo(1);
    }

    @Test
    void countsAKeyForItsWorkspace() {
        var key = auth.key("*");
        ask("GET", "/api/v1/contacts", key);

        var person = Client.send(Client.to("/api/v1/contacts")
                .header(
                        "Authorization",
                        "Bearer "
                                + TestToken.aToken()
                                        .workspace(auth.workspaceOf(key))
                                        .make())
                .GET());

        assertThat(person.header("X-RateLimit-Remaining")).isEqualTo("98");
    }

    @Test
    void refusesAKeyThatIsNotGoodAndAsksOnlyOnce() {
        var key = AuthStandIn.unknownKey();

        for (int i = 0; i < 5; i++) {
            var answer = ask("GET", "/api/v1/contacts", key);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.json().getString("code")).isEqualTo("unauthenticated");
            assertThat(answer.text()).doesNotContain(key);
        }

        assertThat(auth.exchanges()).hasSize(1);
        assertThat(StubUpstream.named("messaging").received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ph_live_", "ph_live_short_key", "ph_live_aaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", "something"})
    void doesNotBotherAuthWithWhatIsNoKey(String key) {
        assertThat(ask("GET", "/api/v1/contacts", key).status()).isEqualTo(401);
        assertThat(auth.exchanges()).isEmpty();
    }

    @Test
    void keepsAFloodOfWrongKeysAwayFromAuth() throws Exception {
        var good = auth.key("*");
        assertThat(ask("GET", "/api/v1/contacts", good).status()).isEqualTo(200);

        for (int i = 0; i < 50; i++) {
            ask("GET", "/api/v1/contacts", AuthStandIn.unknownKey());
        }
        var refused = ask("GET", "/api/v1/contacts", AuthStandIn.unknownKey());

        assertThat(auth.exchanges()).hasSize(11);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        assertThat(ask("GET", "/api/v1/contacts", good).status()).isEqualTo(200);
        var elsewhere = Client.send(Client.to("/api/v1/contacts")
                .header("X-Forwarded-For", Callers.freshAddress())
                .header("X-API-Key", auth.key("*"))
                .GET());
        assertThat(elsewhere.status()).isEqualTo(200);
    }

    @Test
    void asksAgainWhenAKeyComesFromAnotherAddress() {
        var key = auth.key("*", address);
        assertThat(ask("GET", "/api/v1/contacts", key).status()).isEqualTo(200);

        var elsewhere = Client.send(Client.to("/api/v1/contacts")
                .header("X-Forwarded-For", Callers.freshAddress())
                .header("X-API-Key", key)
                .GET());

        assertThat(elsewhere.status()).isEqualTo(401);
        assertThat(ask("GET", "/api/v1/contacts", key).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "messages:write, POST, /api/v1/messages, 200",
        "messages:write, POST, /api/messages/bulk, 200",
        "messages:write, POST, /api/whatsapp/send, 200",
        "messages:write, POST, /graph/v25.0/4/messages, 200",
        "messages:write, GET, /api/v1/messages/7, 403",
        "messages:read, GET, /api/v1/messages/7, 200",
        "messages:read, POST, /api/v1/messages, 403",
        "messages:read contacts:write, DELETE, /api/v1/contacts/7, 200",
        "messages:read, DELETE, /api/v1/media/7, 403",
        "media:write, POST, /api/upload/media, 200",
        "events:read, GET, /api/v1/events, 200",
        "events:read, POST, /api/v1/events/ticket, 403",
        "*, POST, /api/v1/events/ticket, 200",
        "*, PATCH, /api/v1/templates/7, 200",
        "*, GET, /api/v1/api-keys, 403",
        "api-keys:write, POST, /api/v1/api-keys, 403",
        "*, POST, /api/v1/auth/password/change, 403"
    })
    void allowsWhatTheScopesSay(String scopes, String method, String path, int status) {
        var answer = ask(method, path, auth.key(scopes));

        assertThat(answer.status()).isEqualTo(status);
        if (status == 403) {
            assertThat(answer.json().getString("code")).isEqualTo("insufficient_scope");
            StubUpstream.SERVICES.stream()
                    .filter(service -> !service.equals("auth"))
                    .forEach(service ->
                            assertThat(StubUpstream.named(service).received()).isEmpty());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "none, 401, 104",
        "Bearer EAAG-a-token-of-Metas, 401, 190",
        "unknown key, 401, 190",
        "contacts:read, 403, 10",
    })
    void refusesInMetasWordsWhereMetaIsSpoken(String credential, int status, int code) {
        var request = Client.to("/graph/v25.0/4/messages").header("X-Forwarded-For", address);
        if (credential.startsWith("Bearer")) {
            request.header("Authorization", credential);
        } else if (!credential.equals("none")) {
            var key = credential.equals("unknown key") ? AuthStandIn.unknownKey() : auth.key(credential);
            request.header("Authorization", "Bearer " + key);
        }

        var answer = Client.send(request.POST(BodyPublishers.noBody()));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        var error = answer.json().getJsonObject("error");
        assertThat(error.getInteger("code")).isEqualTo(code);
        assertThat(error.getString("type")).isEqualTo("OAuthException");
        assertThat(error.getString("message")).startsWith("(#%d) ".formatted(code));
        assertThat(error.getString("fbtrace_id")).hasSize(32);
        assertThat(StubUpstream.named("messaging").received()).isEmpty();
    }

    @Test
    void refusesATokenAndAKeyTogether() {
        var answer = Client.send(Client.withToken("/api/v1/contacts")
                .header("X-API-Key", auth.key("*"))
                .GET());

        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void saysThatItCannotTellWhileAuthIsAway() {
        StubUpstream.named("auth")
                .behave(request -> request.response().setStatusCode(503).end());

        var answer = ask("GET", "/api/v1/contacts", AuthStandIn.unknownKey());

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json().getString("code")).isEqualTo("unavailable");
    }

    @Test
    void neverShowsAKeyToAServiceThroughAPublicDoor() {
        Client.send(
                Client.to("/webhooks/x").header("X-API-Key", "ph_live_secret").GET());

        assertThat(StubUpstream.named("messaging").only().header("X-API-Key")).isNull();
    }

    private Answer ask(String method, String path, String key) {
        return ask(method, path, "Authorization", "Bearer " + key);
    }

    private Answer ask(String method, String path, String header, String value) {
        return Client.send(Client.to(path)
                .header("X-Forwarded-For", address)
                .header(header, value)
                .method(method, BodyPublishers.noBody()));
    }

    private static JsonObject claims(String authorization) {
        var part = authorization.split("\\.")[1];
        return new JsonObject(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }
}
