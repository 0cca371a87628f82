package io.posthorn.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.gateway.stub.Client;
import io.posthorn.gateway.stub.GatewayWorld;
import io.posthorn.gateway.stub.StubUpstream;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(GatewayWorld.class)
class RoutingIT {
    @BeforeEach
    void startServices() {
        StubUpstream.startAll();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/auth/me, auth",
        "GET, /api/v1/workspaces, auth",
        "GET, /api/v1/api-keys/7, auth",
        "GET, /oauth2/userinfo, auth",
        "GET, /.well-known/openid-configuration, auth",
        "GET, /api/v1/channels, messaging",
        "GET, /api/v1/contacts?limit=5&cursor=a%2Bb, messaging",
        "PATCH, /api/v1/conversations/7, messaging",
        "POST, /api/v1/messages, messaging",
        "PUT, /api/v1/campaigns/7, messaging",
        "GET, /api/v1/events, messaging",
        "GET, /webhooks/whatsapp/app?hub.mode=subscribe&hub.challenge=1, messaging",
        "POST, /graph/v25.0/400000000000001/messages, messaging",
        "POST, /graph/v25.0/400000000000001/media, media",
        "GET, /graph/v25.0/01939f2c-0000-7000-8000-000000000001?phone_number_id=4, media",
        "GET, /graph/v25.0/01939f2c-0000-7000-8000-000000000001/content, media",
        "GET, /graph/v25.0/messages, media",
        "DELETE, /api/v1/media/7, media",
        "GET, /api/v1/templates/, template",
        "GET, /api/v1/audit-logs, admin",
        "GET, /api/v1/dashboard/stats, admin",
        "GET, /api/v1/admin/requests, admin"
    })
    void passesEachAreaToItsService(String method, String uri, String service) {
        var answer = Client.send(Client.withToken(uri).method(method, BodyPublishers.noBody()));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().getString("upstream")).isEqualTo(service);
        assertThat(StubUpstream.named(service).only().uri()).isEqualTo(uri);
        assertThat(StubUpstream.named(service).only().method()).isEqualTo(method);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/channels/7, messaging, /api/v1/channels/7",
        "/api/auth/signup, auth, /api/v1/auth/register",
        "/api/auth/profile, auth, /api/v1/auth/me",
        "/api/whatsapp/sessions/7/connect, messaging, /api/v1/channels/7/connect",
        "/api/upload/media, media, /api/v1/media",
        "/api/upload/7, media, /api/v1/media/7",
        "/api/upload/signed-url?id=7, media, /api/v1/media/signed-url?id=7",
        "/api/whatsapp/send, messaging, /api/v1/messages/classic",
        "/api/api-keys, auth, /api/v1/api-keys",
        "/api/session/new, template, /api/v1/templates/builder/sessions",
        "/api/chat, template, /api/v1/templates/builder/chat",
        "/api/samples/upload, media, /api/v1/samples",
        "/api/styles/create, template, /api/v1/styles",
        "/api/styles/?limit=2, template, /api/v1/styles/?limit=2",
        "/api/generate/create, template, /api/v1/documents",
        "/api/generate/documents/7, template, /api/v1/documents/7",
        "/api/dashboard/stats, admin, /api/v1/dashboard/stats"
    })
    void knowsOlderNames(String asked, String service, String meant) {
        var answer = Client.send(Client.withToken(asked).POST(BodyPublishers.noBody()));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(StubUpstream.named(service).only().uri()).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/nowhere",
                "/api",
                "/api/v1",
                "/api/v1/nowhere",
                "/api/v2/media",
                "/api/v1/mediatheque",
                "/API/v1/media"
            })
    void answersAnUnknownPathWithAProblem(String path) {
        var answer = Client.send(Client.withToken(path).GET());

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().getString("code")).isEqualTo("not_found");
    }

    @Test
    void answersAnUnknownMethodWithTheKnownOnes() {
        var answer = Client.get("/api/v1/auth/login");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("POST");
        assertThat(answer.json().getString("code")).isEqualTo("method_not_allowed");
        assertThat(StubUpstream.named("auth").received()).isEmpty();
    }

    @Test
    void passesStatusHeadersAndBodyOfTheAnswer() {
        StubUpstream.named("media").behave(request -> request.response()
                .setStatusCode(201)
                .putHeader("Location", StubUpstream.url("media") + "/api/v1/media/7")
                .putHeader("ETag", "\"7\"")
                .end("made"));

        var answer = Client.send(Client.withToken("/api/media").POST(BodyPublishers.ofString("{}")));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo("/api/v1/media/7");
        assertThat(answer.header("ETag")).isEqualTo("\"7\"");
        assertThat(answer.header("Content-Security-Policy")).isEqualTo("default-src 'none'; frame-ancestors 'none'");
        assertThat(answer.text()).isEqualTo("made");
    }

    @Test
    void leavesTheRulesForItsOwnContentToTheService() {
        StubUpstream.named("media").behave(request -> request.response()
                .putHeader("Content-Security-Policy", "sandbox")
                .end());

        assertThat(Client.send(Client.withToken("/api/v1/media/7/content").GET())
                        .header("Content-Security-Policy"))
                .isEqualTo("sandbox");
    }
}
