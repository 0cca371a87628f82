package io.posthorn.gateway.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.gateway.stub.Client;
import io.posthorn.gateway.stub.Client.Answer;
import io.posthorn.gateway.stub.GatewayWorld;
import io.posthorn.gateway.stub.RawClient;
import io.posthorn.gateway.stub.StubUpstream;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.MultiMap;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(GatewayWorld.class)
class BrowserRulesIT {
    @BeforeEach
    void startServices() {
        StubUpstream.startAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/webhooks/x", "/nowhere", "/api/v1/media", "/api/../x", "/problems/not_found", "/health"})
    void guardsEveryAnswer(String path) {
        var answer = RawClient.get(path).text();

        assertThat(answer)
                .containsIgnoringCase("X-Content-Type-Options: nosniff")
                .containsIgnoringCase("X-Frame-Options: DENY")
                .containsIgnoringCase("Referrer-Policy: no-referrer")
                .containsIgnoringCase("Cross-Origin-Opener-Policy: same-origin")
                .containsIgnoringCase("Permissions-Policy: camera=()")
                .containsIgnoringCase("X-Request-Id: ")
                .containsIgnoringCase("traceparent: ")
                .doesNotContainIgnoringCase("Strict-Transport-Security");
    }

    @Test
    void insistsOnHttpsWhereThatIsThePublicUrl() {
        var headers = MultiMap.caseInsensitiveMultiMap();

        new BrowserRules(URI.create("https://api.example.com")).apply(headers);

        assertThat(headers.get("Strict-Transport-Security")).startsWith("max-age=31536000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://app.example.com", "https://desk.example.com"})
    void letsKnownOriginsReadAnswers(String origin) {
        var answer =
                Client.send(Client.to("/webhooks/x").header("Origin", origin).GET());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(origin);
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEqualTo("true");
        assertThat(answer.header("Vary")).contains("Origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example.com", "https://app.example.com.evil.com", "http://app.example.com", "null"
            })
    void doesNotLetOtherOriginsReadAnswers(String origin) {
        var answer =
                Client.send(Client.to("/webhooks/x").header("Origin", origin).GET());

        assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
        assertThat(answer.header("Access-Control-Allow-Credentials")).isNull();
    }

    @Test
    void answersPreflightsWithoutAskingForATokenOrAService() {
        var answer = preflight("https://app.example.com");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("https://app.example.com");
        assertThat(answer.header("Access-Control-Allow-Methods")).contains("PATCH");
        assertThat(answer.header("Access-Control-Allow-Headers")).contains("Authorization", "Idempotency-Key");
        assertThat(StubUpstream.named("media").received()).isEmpty();
    }

    @Test
    void refusesPreflightsOfUnknownOrigins() {
        var answer = preflight("https://evil.example.com");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().getString("code")).isEqualTo("forbidden");
    }

    private static Answer preflight(String origin) {
        return Client.send(Client.to("/api/v1/media")
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "PATCH")
                .method("OPTIONS", java.net.http.HttpRequest.BodyPublishers.noBody()));
    }
}
