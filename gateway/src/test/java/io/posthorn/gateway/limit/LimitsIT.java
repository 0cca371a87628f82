package io.posthorn.gateway.limit;

import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.gateway.stub.Callers;
import io.posthorn.gateway.stub.Client;
import io.posthorn.gateway.stub.Client.Answer;
import io.posthorn.gateway.stub.GatewayWorld;
import io.posthorn.gateway.stub.StubUpstream;
import io.posthorn.gateway.stub.TestToken;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers of a plan hold exactly, and what the headers say is what happens. */
@QuarkusTest
@QuarkusTestResource(GatewayWorld.class)
@TestProfile(SlowPlan.class)
class LimitsIT {
    private static final String QUICK = "/api/v1/fragile";
    private static final Duration STEP_OF_QUICK = Duration.ofSeconds(2);

    @Inject
    LimitsConfig limits;

    private final String workspace = UUID.randomUUID().toString();
    private final String token = TestToken.aToken().workspace(workspace).make();

    @BeforeEach
    void startServices() {
        StubUpstream.startAll();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/contacts, api, 100, 90000",
        "POST, /api/v1/media, uploads, 10, 18000",
        "POST, /api/upload/media, uploads, 10, 18000",
        "POST, /api/v1/samples, uploads, 10, 18000"
    })
    void letsPassWhatThePlanAllowsAndNotOneMore(String method, String path, String word, int limit, int window) {
        for (int left = limit - 1; left >= 0; left--) {
            var passed = ask(method, path);
            assertThat(passed.status()).isEqualTo(200);
            assertThat(passed.header("X-RateLimit-Remaining")).isEqualTo(Integer.toString(left));
        }

        var refused = ask(method, path);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.json().getString("code")).isEqualTo("rate_limited");
        assertThat(refused.json().getBoolean("retryable")).isTrue();
        assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"%s\";q=%d;w=%d".formatted(word, limit, window));
        var wait = Integer.parseInt(refused.header("Retry-After"));
        assertThat(wait).isBetween(1, window / limit);
        assertThat(refused.header("RateLimit")).isEqualTo("\"%s\";r=0;t=%d".formatted(word, wait));
        assertThat(refused.json().getInteger("retryAfter")).isEqualTo(wait);
        assertThat(refused.header("X-RateLimit-Limit")).isEqualTo(Integer.toString(limit));
        assertThat(Long.parseLong(refused.header("X-RateLimit-Reset")))
                .isBetween(Instant.now().getEpochSecond(), Instant.now().getEpochSecond() + wait + 1);
    }

    @Test
    void countsConcurrentRequestsExactly() throws Exception {
        var statuses =
                Callers.together(140, () -> ask("GET", "/api/v1/contacts").status());

        assertThat(statuses).containsOnly(200, 429);
        assertThat(Collections.frequency(statuses, 200)).isEqualTo(100);
        assertThat(StubUpstream.named("messaging").received()).hasSize(100);
    }

    @Test
    void letsPassAfterTheTimeThatItNamedAndNoMoreThanCameBack() {
        var began = Instant.now();
        long passed = 0;
        var answer = ask("POST", QUICK);
        for (; answer.status() != 429; answer = ask("POST", QUICK)) {
            passed++;
        }
        var wait = Integer.parseInt(answer.header("Retry-After"));

        await().pollDelay(Duration.ofSeconds(wait)).until(() -> true);
        var next = ask("POST", QUICK);

        assertThat(wait).isBetween(1, 2);
        assertThat(next.status()).isNotEqualTo(429);
        long cameBack = Duration.between(began, Instant.now()).dividedBy(STEP_OF_QUICK);
        assertThat(passed + 1).isBetween(4L, 3 + cameBack);
    }

    @Test
    void knowsTheClassicNumbers() {
        var starter = limits.plans().get("starter");

        assertThat(List.of(starter.api(), starter.auth(), starter.messages(), starter.uploads()))
                .containsExactly(
                        new Quota(100, Duration.ofMinutes(15)),
                        new Quota(5, Duration.ofMinutes(15)),
                        new Quota(30, Duration.ofMinutes(1)),
                        new Quota(10, Duration.ofHours(1)));
    }

    @Test
    void countsEachWorkspaceAndClassByItself() {
        for (int i = 0; i < 40 && send().status() == 200; i++) {
            // until the quota is used up
        }
        var neighbour = Client.withToken("/api/v1/messages").POST(BodyPublishers.ofString("{}"));

        assertThat(Client.send(neighbour).status()).isEqualTo(200);
        assertThat(ask("GET", "/api/v1/messages").status()).isEqualTo(200);
        assertThat(ask("POST", "/api/v1/conversations/7/messages").status()).isEqualTo(429);
        assertThat(ask("POST", "/graph/v25.0/4/messages").status()).isEqualTo(429);
        assertThat(ask("POST", "/graph/v25.0/4/media").header("RateLimit-Policy"))
                .startsWith("\"uploads\"");
        assertThat(ask("POST", "/api/whatsapp/send").status()).isEqualTo(429);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/auth/login", "/api/auth/signup", "/api/v1/auth/password/forgot"})
    void allowsFiveTriesFromOneNetwork(String path) {
        var address = Callers.freshAddress();
        for (int i = 0; i < 5; i++) {
            assertThat(login(path, address, email()).status()).isEqualTo(200);
        }

        var refused = login(path, address.replace("::1", "::2"), email());

        assertThat(refused.status()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(17_000, 18_000);
        assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"auth\";q=5;w=18000");
        assertThat(login(path, Callers.freshAddress(), email()).status()).isEqualTo(200);
        assertThat(StubUpstream.named("auth").received()).hasSize(6);
    }

    @Test
    void aStrangersTriesDoNotKeepTheOwnerOut() {
        var owners = email();
        var stranger = Callers.freshAddress();
        for (int i = 0; i < 6; i++) {
            login("/api/v1/auth/login", stranger, owners);
        }

        assertThat(login("/api/v1/auth/login", stranger, owners).status()).isEqualTo(429);
        assertThat(login("/api/v1/auth/login", Callers.freshAddress(), owners).status())
                .isEqualTo(200);
    }

    @Test
    void countsConcurrentTriesExactly() throws Exception {
        var address = Callers.freshAddress();

        var statuses = Callers.together(
                25, () -> login("/api/v1/auth/login", address, email()).status());

        assertThat(Collections.frequency(statuses, 200)).isEqualTo(5);
        assertThat(Collections.frequency(statuses, 429)).isEqualTo(20);
    }

    @Test
    void passesTheBodyThatItLookedInto() {
        var body = "{\"messages\":[{\"text\":\"p\u00e4ss\"}]}";

        bulk(BodyPublishers.ofString(body));
        bulk(Client.chunked(body.getBytes(StandardCharsets.UTF_8)));

        assertThat(StubUpstream.named("messaging").received()).hasSize(2).allSatisfy(arrived -> assertThat(
                        new String(arrived.body(), StandardCharsets.UTF_8))
                .isEqualTo(body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/messages/bulk", "/api/messages/bul%6b", "/api/v1/messages/bulk/"})
    void countsTheItemsOfABulk(String path) {
        assertThat(bulk(path, 20).header("X-RateLimit-Remaining")).isEqualTo("10");

        var tooMany = bulk(path, 12);

        assertThat(tooMany.status()).isEqualTo(429);
        assertThat(tooMany.header("X-RateLimit-Remaining")).isEqualTo("10");
        assertThat(Integer.parseInt(tooMany.header("Retry-After"))).isBetween(1, 2400);
        assertThat(bulk(path, 10).status()).isEqualTo(200);
        assertThat(StubUpstream.named("messaging").received()).hasSize(2);
    }

    @Test
    void doesNotPromiseThatWaitingHelpsABulkThatNeverFits() {
        var refused = bulk("/api/v1/messages/bulk", 31);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isNull();
        assertThat(refused.json().getBoolean("retryable")).isFalse();
        assertThat(refused.json().getString("detail")).contains("31 items");
        assertThat(bulk("/api/v1/messages/bulk", 30).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/webhooks/whatsapp/app", "/health"})
    void neverCountsWebhooksAndHealth(String path) throws Exception {
        var answers = Callers.together(120, () -> Client.get(path));

        assertThat(answers).noneMatch(answer -> answer.status() == 429);
        assertThat(answers).allMatch(answer -> answer.header("RateLimit") == null);
    }

    private Answer ask(String method, String path) {
        return Client.send(
                Client.to(path).header("Authorization", "Bearer " + token).method(method, BodyPublishers.noBody()));
    }

    private Answer send() {
        return ask("POST", "/api/v1/messages");
    }

    private Answer bulk(String path, int items) {
        var body = "{\"messages\":[%s]}".formatted(String.join(",", Collections.nCopies(items, "{\"to\":[1,2]}")));
        return Client.send(
                Client.to(path).header("Authorization", "Bearer " + token).POST(BodyPublishers.ofString(body)));
    }

    private void bulk(BodyPublisher body) {
        var request = Client.to("/api/v1/messages/bulk").header("Authorization", "Bearer " + token);
        assertThat(Client.send(request.POST(body)).status()).isEqualTo(200);
    }

    private static Answer login(String path, String address, String email) {
        return Client.send(Client.to(path)
                .header("Content-Type", "application/json")
                .header("X-Forwarded-For", "198.51.100.7, " + address)
                .POST(BodyPublishers.ofString("{\"email\":\"%s\"}".formatted(email))));
    }

    private static String email() {
        return UUID.randomUUID() + "@example.com";
    }
}
