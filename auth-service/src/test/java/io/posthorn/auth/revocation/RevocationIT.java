package io.posthorn.auth.revocation;

import static io.posthorn.auth.AuthApi.change;
import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.auth.AuthApi;
import io.posthorn.auth.AuthApi.SignedIn;
import io.posthorn.kit.revocation.Revocations;
import io.posthorn.testkit.PosthornStores;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.stream.StreamMessage;
import io.quarkus.redis.datasource.stream.StreamRange;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = PosthornStores.class, initArgs = @ResourceArg(name = "service", value = "auth"))
class RevocationIT {
    @Inject
    RedisDataSource redis;

    @Inject
    Revocations revocations;

    @Test
    void logoutIsToldBeforeItIsAnswered() {
        var ada = AuthApi.signedUp();

        AuthApi.logout(ada.accessToken()).then().statusCode(204);

        assertThat(entries(ada.sessionId()))
                .first()
                .isEqualTo(Map.of(
                        "session",
                        ada.sessionId().toString(),
                        "workspace",
                        ada.workspaceId().toString(),
                        "reason",
                        "logout",
                        "lifted",
                        "false"));
        await().until(() -> revocations.isRevoked(ada.sessionId()));
        AuthApi.logout(ada.accessToken()).then().statusCode(401);
    }

    @Test
    void theEventTellsItOnceMore() {
        var ada = AuthApi.signedUp();

        AuthApi.logout(ada.accessToken()).then().statusCode(204);

        await().untilAsserted(() -> assertThat(entries(ada.sessionId())).hasSize(2));
    }

    @Test
    void aReusedRefreshTokenIsTold() {
        var ada = AuthApi.signedUp();
        AuthApi.refresh(ada.refreshToken()).then().statusCode(200);
        change(
                "update refresh_token set used_at = used_at - interval '31 seconds' where session_id = '%s' and used_at is not null",
                ada.sessionId());

        AuthApi.refresh(ada.refreshToken()).then().statusCode(401);

        assertThat(entries(ada.sessionId())).first().extracting("reason").isEqualTo("token_reuse");
    }

    @Test
    void logoutEverywhereEndsAllSessionsOfTheCallerAndNobodyElses() {
        var phone = AuthApi.signedUp();
        var laptop = SignedIn.of(AuthApi.login(phone.email(), AuthApi.PASSWORD));
        var eve = AuthApi.signedUp();

        AuthApi.logoutEverywhere(phone.accessToken()).then().statusCode(204);

        assertThat(List.of(phone, laptop)).allSatisfy(device -> {
            assertThat(entries(device.sessionId())).first().extracting("reason").isEqualTo("logout_everywhere");
            AuthApi.refresh(device.refreshToken()).then().statusCode(401);
        });
        AuthApi.refresh(eve.refreshToken()).then().statusCode(200);
        AuthApi.logoutEverywhere("nonsense").then().statusCode(401);
    }

    private List<Map<String, String>> entries(UUID sid) {
        return redis.stream(String.class).xrange(Revocations.STREAM, StreamRange.of("-", "+")).stream()
                .map(StreamMessage::payload)
                .filter(entry -> sid.toString().equals(entry.get("session")))
                .toList();
    }
}
