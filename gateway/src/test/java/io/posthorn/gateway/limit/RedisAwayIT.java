package io.posthorn.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.gateway.stub.Callers;
import io.posthorn.gateway.stub.Client;
import io.posthorn.gateway.stub.Client.Answer;
import io.posthorn.gateway.stub.GatewayWorld;
import io.posthorn.gateway.stub.StubUpstream;
import io.posthorn.gateway.stub.TestToken;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Without Redis, work goes on uncounted, but guessing passwords does not. */
@QuarkusTest
@QuarkusTestResource(GatewayWorld.class)
@TestProfile(RedisAwayIT.Away.class)
class RedisAwayIT {
    public static class Away implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.redis.hosts",
                    "redis://localhost:1",
                    "posthorn.limits.plan",
                    "starter",
                    "posthorn.gateway.client.trusted-proxies",
                    "127.0.0.1, ::1/128");
        }
    }

    @BeforeEach
    void startServices() {
        StubUpstream.startAll();
    }

    @Test
    void letsWorkGoOnAndSaysNothingThatItDoesNotKnow() {
        var token = TestToken.aToken().make();

        for (int i = 0; i < 110; i++) {
            var answer = Client.send(Client.to("/api/v1/contacts")
                    .header("Authorization", "Bearer " + token)
                    .GET());
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("RateLimit")).isNull();
        }
    }

    @Test
    void countsLoginsByItself() {
        var address = Callers.freshAddress();
        var email = UUID.randomUUID() + "@example.com";
        for (int left = 4; left >= 0; left--) {
            var answer = login(address, UUID.randomUUID() + "@example.com");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("X-RateLimit-Remaining")).isEqualTo(Integer.toString(left));
            assertThat(login(Callers.freshAddress(), email).status()).isEqualTo(200);
        }

        assertThat(login(address, UUID.randomUUID() + "@example.com").status()).isEqualTo(429);
        assertThat(Integer.parseInt(login(Callers.freshAddress(), email).header("Retry-After")))
                .isBetween(880, 900);
    }

    private static Answer login(String address, String email) {
        return Client.send(Client.to("/api/v1/auth/login")
                .header("X-Forwarded-For", address)
                .POST(BodyPublishers.ofString("{\"email\":\"%s\"}".formatted(email))));
    }
}
