package io.posthorn.gateway.limit;

import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.gateway.stub.Callers;
import io.posthorn.gateway.stub.Client;
import io.posthorn.gateway.stub.Client.Answer;
import io.posthorn.gateway.stub.GatewayWorld;
import io.posthorn.gateway.stub.RedisDoor;
import io.posthorn.gateway.stub.StubUpstream;
import io.posthorn.gateway.stub.TestToken;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Without Redis, work goes on uncounted, but guessing passwords does not; and when it is back, so is everything else. */
@QuarkusTest
@QuarkusTestResource(GatewayWorld.class)
@TestProfile(RedisAwayIT.Away.class)
class RedisAwayIT {
    public static class Away implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.redis.hosts",
                    "redis://localhost:" + GatewayWorld.freePort(),
                    "posthorn.limits.plan",
                    "starter",
                    "posthorn.gateway.client.trusted-proxies",
                    "127.0.0.1, ::1/128");
        }
    }

    private final String session = UUID.randomUUID().toString();
    private final String token = TestToken.aToken().session(session).make();

    @BeforeEach
    void startServices() {
        StubUpstream.startAll();
    }

    @Test
    void letsWorkGoOnAndSaysNothingThatItDoesNotKnow() {
        for (int i = 0; i < 110; i++) {
            var answer = ask();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("RateLimit")).isNull();
        }
    }

    @Test
    void countsLoginsByItself() {
        var address = Callers.freshAddress();
        for (int left = 4; left >= 0; left--) {
            var answer = login(address, UUID.randomUUID() + "@example.com");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("X-RateLimit-Remaining")).isEqualTo(Integer.toString(left));
        }

        var refused = login(address, UUID.randomUUID() + "@example.com");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(600, 900);
    }

    @Test
    void countsAndFollowsAgainWhenRedisIsBack() {
        RedisDoor.revoke(session);
        assertThat(ask().status()).isEqualTo(200);

        try (var open = RedisDoor.open(redisPort())) {
            await().untilAsserted(
                            () -> assertThat(ask().json().getString("code")).isEqualTo("session_revoked"));
            await().untilAsserted(() -> assertThat(
                            Client.send(Client.withToken("/api/v1/contacts").GET())
                                    .header("X-RateLimit-Remaining"))
                    .isEqualTo("99"));
        }
        await().untilAsserted(() -> {
            var answer = Client.send(Client.withToken("/api/v1/contacts").GET());
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("RateLimit")).isNull();
        });
    }

    private static int redisPort() {
        return ConfigProvider.getConfig()
                .getValue("quarkus.redis.hosts", URI.class)
                .getPort();
    }

    private Answer ask() {
        return Client.send(Client.to("/api/v1/contacts")
                .header("Authorization", "Bearer " + token)
                .GET());
    }

    private static Answer login(String address, String email) {
        return Client.send(Client.to("/api/v1/auth/login")
                .header("X-Forwarded-For", address)
                .POST(BodyPublishers.ofString("{\"email\":\"%s\"}".formatted(email))));
    }
}
