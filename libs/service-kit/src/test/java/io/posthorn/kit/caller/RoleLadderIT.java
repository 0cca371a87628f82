package io.posthorn.kit.caller;

import static io.posthorn.testkit.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.kit.KitTest;
import io.posthorn.kit.revocation.Revocations;
import io.posthorn.testkit.Tokens;
import io.quarkus.redis.datasource.RedisDataSource;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@KitTest
class RoleLadderIT {
    private final UUID workspace = UUID.randomUUID();

    @Inject
    RedisDataSource redis;

    @Test
    void aServiceMayAskAnInternalEndpoint() {
        assertThat(internal(Tokens.service("media"))).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"owner", "service", "operator"})
    void aUserMayNotWhateverRoleTheTokenNames(String role) {
        assertThat(internal(Tokens.token(workspace, role))).isEqualTo(403);
    }

    @Test
    void aServicesTokenOpensNothingPublic() {
        assertThat(publicly(Tokens.service("media"))).isEqualTo(403);
    }

    @Test
    void onlyAccessTokensAreAccepted() {
        assertThat(publicly(Tokens.ofAnotherType(workspace, "owner"))).isEqualTo(401);
    }

    @Test
    void aRevokedSessionIsRefused() {
        var session = UUID.randomUUID();
        var token = Tokens.ofSession(workspace, session, "owner");
        assertThat(publicly(token)).isEqualTo(200);

        redis.stream(String.class).xadd(Revocations.STREAM, Map.of("session", session.toString()));

        await().until(() -> publicly(token) == 401);
        assertThat(publicly(Tokens.ofSession(workspace, UUID.randomUUID(), "owner")))
                .isEqualTo(200);
    }

    @Test
    void whomAnOperatorKeepsOutIsRefusedUntilLetInAgain() {
        var token = Tokens.token(workspace, "owner");
        assertThat(publicly(token)).isEqualTo(200);

        redis.stream(String.class).xadd(Revocations.STREAM, Map.of("session", workspace.toString()));
        await().until(() -> publicly(token) == 401);
        assertThat(publicly(Tokens.token(UUID.randomUUID(), "owner"))).isEqualTo(200);

        redis.stream(String.class).xadd(Revocations.STREAM, Map.of("session", workspace.toString(), "lifted", "true"));
        await().until(() -> publicly(token) == 200);
    }

    private static int internal(String token) {
        return given().auth().oauth2(token).get("/internal/answer").statusCode();
    }

    private static int publicly(String token) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(Map.of("text", "hello"))
                .post("/notes/session")
                .statusCode();
    }
}
