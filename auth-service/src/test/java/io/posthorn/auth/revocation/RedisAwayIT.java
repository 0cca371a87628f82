package io.posthorn.auth.revocation;

import static io.posthorn.auth.AuthApi.stored;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.auth.AuthApi;
import io.posthorn.testkit.PosthornStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = PosthornStores.class, initArgs = @ResourceArg(name = "service", value = "auth"))
@TestProfile(RedisAwayIT.NobodyListens.class)
class RedisAwayIT {
    public static class NobodyListens implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.redis.hosts", "redis://localhost:1", "quarkus.redis.health.enabled", "false");
        }
    }

    @Test
    void logoutDoesNotNeedRedis() {
        var ada = AuthApi.signedUp();

        AuthApi.logout(ada.accessToken()).then().statusCode(204);

        AuthApi.refresh(ada.refreshToken()).then().statusCode(401);
        assertThat(stored("select revoke_reason from session where id = '%s'", ada.sessionId()))
                .isEqualTo("logout");
        given().get("/q/health/live").then().statusCode(200);
    }
}
