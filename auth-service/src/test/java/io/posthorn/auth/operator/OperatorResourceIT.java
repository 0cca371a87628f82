package io.posthorn.auth.operator;

import static io.posthorn.auth.AuthApi.stored;
import static io.posthorn.auth.OAuthApi.registered;
import static io.posthorn.auth.OAuthApi.token;
import static io.posthorn.auth.OperatorApi.because;
import static io.posthorn.auth.OperatorApi.post;
import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.posthorn.auth.ApiKeyApi;
import io.posthorn.auth.AuthApi;
import io.posthorn.auth.AuthApi.SignedIn;
import io.posthorn.auth.OperatorApi;
import io.posthorn.auth.ServiceSecrets;
import io.posthorn.testkit.PosthornStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = PosthornStores.class, initArgs = @ResourceArg(name = "service", value = "auth"))
@QuarkusTestResource(ServiceSecrets.class)
class OperatorResourceIT {
    private static final Map<String, String> ALONE = Map.of("grant_type", "client_credentials");

    @Test
    void findsPeopleInEveryWorkspace() {
        var operator = OperatorApi.operatorToken();
        var ada = AuthApi.signedUp();

        var found = ApiKeyApi.as(operator)
                .queryParam("email", ada.email().substring(0, 30).toUpperCase())
                .get("/api/v1/operator/users");

        found.then()
                .statusCode(200)
                .body("data.size()", equalTo(1))
                .body("data[0].id", equalTo(ada.userId().toString()))
                .body("data[0].workspaces[0].id", equalTo(ada.workspaceId().toString()))
                .body("data[0].workspaces[0].role", equalTo("owner"));
        ApiKeyApi.as(operator)
                .queryParam("email", "%")
                .get("/api/v1/operator/users")
                .then()
                .body("data.size()", equalTo(0));
    }

    @Test
    void whoIsKeptOutComesInByNoDoorUntilLetInAgain() {
        var operator = OperatorApi.operatorToken();
        var ada = AuthApi.signedUp();
        var key = ApiKeyApi.made(ada);
        ApiKeyApi.exchange(key.text(), "203.0.113.7").then().statusCode(200);

        post(operator, "users/%s/disable".formatted(ada.userId()), because("Asked for by phone"))
                .then()
                .statusCode(204);

        AuthApi.login(ada.email(), AuthApi.PASSWORD).then().statusCode(401);
        AuthApi.refresh(ada.refreshToken()).then().statusCode(401);
        ApiKeyApi.exchange(key.text(), "203.0.113.7").then().statusCode(401);
        await().untilAsserted(() -> AuthApi.me(ada.accessToken()).then().statusCode(401));
        assertThat(told(ada, "user-disabled")).isEqualTo("Asked for by phone");
        post(operator, "users/%s/disable".formatted(ada.userId()), because("Again"))
                .then()
                .statusCode(204);
        assertThat(count(ada, "user-disabled")).isEqualTo("1");

        post(operator, "users/%s/enable".formatted(ada.userId()), new JsonObject())
                .then()
                .statusCode(204);

        await().untilAsserted(() -> AuthApi.me(
                        AuthApi.login(ada.email(), AuthApi.PASSWORD).jsonPath().getString("accessToken"))
                .then()
                .statusCode(200));
        ApiKeyApi.exchange(key.text(), "203.0.113.7").then().statusCode(200);
        assertThat(count(ada, "user-enabled")).isEqualTo("1");
    }

    @Test
    void whoIsLoggedOutMayComeBack() {
        var operator = OperatorApi.operatorToken();
        var ada = AuthApi.signedUp();

        post(operator, "users/%s/logout".formatted(ada.userId()), new JsonObject())
                .then()
                .statusCode(204);

        AuthApi.refresh(ada.refreshToken()).then().statusCode(401);
        await().untilAsserted(() -> AuthApi.me(ada.accessToken()).then().statusCode(401));
        AuthApi.login(ada.email(), AuthApi.PASSWORD).then().statusCode(200);
    }

    @Test
    void nobodyGetsIntoASuspendedWorkspace() {
        var operator = OperatorApi.operatorToken();
        var ada = AuthApi.signedUp();
        var shop = registered(ada);

        post(operator, "workspaces/%s/suspend".formatted(ada.workspaceId()), because("Unpaid"))
                .then()
                .statusCode(204);

        AuthApi.refresh(ada.refreshToken()).then().statusCode(401);
        token(shop, ALONE).then().statusCode(401);
        await().untilAsserted(() -> AuthApi.me(ada.accessToken()).then().statusCode(401));
        assertThat(told(ada, "workspace-suspended")).isEqualTo("Unpaid");

        post(operator, "workspaces/%s/resume".formatted(ada.workspaceId()), new JsonObject())
                .then()
                .statusCode(204);

        await().untilAsserted(() -> AuthApi.me(ada.accessToken()).then().statusCode(200));
        token(shop, ALONE).then().statusCode(200);
    }

    @Test
    void aLoginPassesASuspendedWorkspaceBy() {
        var operator = OperatorApi.operatorToken();
        var ada = AuthApi.signedUp();
        var second = ApiKeyApi.as(ada.accessToken())
                .contentType("application/json")
                .body(new JsonObject().put("name", "Second").encode())
                .post("/api/v1/workspaces");
        second.then().statusCode(201);

        post(operator, "workspaces/%s/suspend".formatted(ada.workspaceId()), because("Unpaid"))
                .then()
                .statusCode(204);

        AuthApi.login(ada.email(), AuthApi.PASSWORD)
                .then()
                .statusCode(200)
                .body("workspace.id", equalTo(second.jsonPath().getString("id")));
    }

    @Test
    void whoIsKeptOutIsAnsweredLikeSomebodyUnknown() {
        var operator = OperatorApi.operatorToken();
        var ada = AuthApi.signedUp();

        post(operator, "users/%s/disable".formatted(ada.userId()), because("x"))
                .then()
                .statusCode(204);

        AuthApi.login(ada.email(), AuthApi.PASSWORD)
                .then()
                .statusCode(401)
                .body("code", equalTo("invalid_credentials"));
    }

    @Test
    void whatThereIsNotIsNotFoundAndAReasonIsNeeded() {
        var operator = OperatorApi.operatorToken();
        var nobody = UUID.randomUUID();

        for (var path : new String[] {"users/%s/disable", "users/%s/enable", "users/%s/logout"}) {
            post(operator, path.formatted(nobody), path.endsWith("disable") ? because("x") : new JsonObject())
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("user_not_found"));
        }
        post(operator, "workspaces/%s/suspend".formatted(nobody), because("x"))
                .then()
                .statusCode(404)
                .body("code", equalTo("workspace_not_found"));
        post(operator, "users/%s/disable".formatted(nobody), because(" "))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/reason"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"users/%s/disable", "workspaces/%s/suspend", "signing-keys", "impersonations"})
    void anOwnerIsNoOperator(String path) {
        var ada = AuthApi.signedUp();

        post(ada.accessToken(), path.formatted(ada.userId()), because("x"))
                .then()
                .statusCode(403);
    }

    @Test
    void theClaimTokenIsGoodOnce() {
        AuthApi.change("delete from operator");
        var ada = AuthApi.signedUp();
        var claim = new JsonObject().put("token", ServiceSecrets.CLAIM_TOKEN);

        post(ada.accessToken(), "claim", claim).then().statusCode(204);

        var refreshed = AuthApi.refresh(ada.refreshToken()).jsonPath().getString("accessToken");
        ApiKeyApi.as(refreshed).get("/api/v1/operator/users").then().statusCode(200);
        post(AuthApi.signedUp().accessToken(), "claim", claim).then().statusCode(403);
    }

    @Test
    void aWrongClaimIsRefused() {
        var ada = AuthApi.signedUp();

        post(ada.accessToken(), "claim", new JsonObject().put("token", "x".repeat(64)))
                .then()
                .statusCode(403)
                .body("code", equalTo("operator_claim_refused"));
    }

    @Test
    void theNextSigningKeyWaitsUntilEverybodyKnowsIt() {
        var operator = OperatorApi.operatorToken();

        var next = post(operator, "signing-keys", new JsonObject());
        var again = post(operator, "signing-keys", new JsonObject());

        next.then().statusCode(200).body("id", notNullValue()).body("signsFrom", notNullValue());
        assertThat(again.jsonPath().getString("id")).isEqualTo(next.jsonPath().getString("id"));
        await().untilAsserted(() -> io.restassured.RestAssured.get("/.well-known/jwks.json")
                .then()
                .body("keys.kid", org.hamcrest.Matchers.hasItem(next.jsonPath().getString("id"))));
        AuthApi.change(
                "delete from signing_key where key_id = '%s'", next.jsonPath().getString("id"));
    }

    private static String told(SignedIn person, String event) {
        return stored(
                "select payload->>'reason' from outbox where workspace_id = '%s' and type = 'posthorn.auth.%s'",
                person.workspaceId(), event);
    }

    private static String count(SignedIn person, String event) {
        return stored(
                "select count(*) from outbox where workspace_id = '%s' and type = 'posthorn.auth.%s'",
                person.workspaceId(), event);
    }
}
