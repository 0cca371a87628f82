package io.posthorn.auth.impersonation;

import static io.posthorn.auth.AuthApi.claims;
import static io.posthorn.auth.AuthApi.stored;
import static io.posthorn.auth.OperatorApi.post;
import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.posthorn.auth.ApiKeyApi;
import io.posthorn.auth.AuthApi;
import io.posthorn.auth.AuthApi.SignedIn;
import io.posthorn.auth.OperatorApi;
import io.posthorn.kit.revocation.Revocations;
import io.posthorn.testkit.PosthornStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = PosthornStores.class, initArgs = @ResourceArg(name = "service", value = "auth"))
class ImpersonationIT {
    @Inject
    Revocations revocations;

    @Test
    void anOperatorActsAsAMemberAndTheWorkspaceReadsWhy() {
        var operator = OperatorApi.operatorToken();
        var ada = AuthApi.signedUp();

        var started = post(operator, "impersonations", asking(ada));

        started.then().statusCode(201);
        var acting = claims(started.jsonPath().getString("accessToken"));
        assertThat(acting.getString("sub")).isEqualTo(ada.userId().toString());
        assertThat(acting.getJsonObject("act").getString("sub"))
                .isEqualTo(claims(operator).getString("sub"));
        assertThat(acting.getJsonArray("roles").getList()).isEqualTo(List.of("owner"));
        assertThat(acting.getLong("exp") - acting.getLong("iat")).isEqualTo(600);
        assertThat(stored(
                        "select payload->>'reason' from outbox where workspace_id = '%s' and type = 'posthorn.auth.impersonation-started'",
                        ada.workspaceId()))
                .isEqualTo("Ticket 4711");
    }

    @Test
    void itOpensNothingThatIsThePersonsOwn() {
        var operator = OperatorApi.operatorToken();
        var ada = AuthApi.signedUp();
        var acting = post(operator, "impersonations", asking(ada)).jsonPath().getString("accessToken");

        AuthApi.me(acting).then().statusCode(401);
        ApiKeyApi.create(acting, ApiKeyApi.aRequest()).then().statusCode(403);
        ApiKeyApi.as(acting).get("/api/v1/applications").then().statusCode(403);
        post(acting, "users/%s/disable".formatted(ada.userId()), OperatorApi.because("x"))
                .then()
                .statusCode(403);
    }

    @Test
    void itEndsBeforeItsTimeAndOnlyByItsOperator() {
        var operator = OperatorApi.operatorToken();
        var other = OperatorApi.operatorToken();
        var ada = AuthApi.signedUp();
        var id = post(operator, "impersonations", asking(ada)).jsonPath().getUUID("id");

        end(other, ada, id).then().statusCode(404).body("code", equalTo("impersonation_not_found"));
        end(operator, ada, id).then().statusCode(204);

        await().until(() -> revocations.isRevoked(id));
        end(operator, ada, id).then().statusCode(404);
    }

    @Test
    void nobodyIsImpersonatedWhereTheyAreNoMember() {
        var operator = OperatorApi.operatorToken();
        var ada = AuthApi.signedUp();
        var eve = AuthApi.signedUp();

        post(operator, "impersonations", asking(ada).put("userId", eve.userId().toString()))
                .then()
                .statusCode(404);
        post(operator, "impersonations", asking(ada).put("minutes", 16)).then().statusCode(422);
        post(operator, "impersonations", asking(ada).put("reason", "")).then().statusCode(422);
        assertThat(stored("select count(*) from impersonation where workspace_id = '%s'", ada.workspaceId()))
                .isEqualTo("0");
    }

    private static io.restassured.response.Response end(String operator, SignedIn person, UUID id) {
        return ApiKeyApi.as(operator)
                .queryParam("workspaceId", person.workspaceId())
                .delete("/api/v1/operator/impersonations/" + id);
    }

    private static JsonObject asking(SignedIn person) {
        return new JsonObject()
                .put("workspaceId", person.workspaceId().toString())
                .put("userId", person.userId().toString())
                .put("reason", "Ticket 4711")
                .put("minutes", 10);
    }
}
