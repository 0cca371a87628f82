package io.posthorn.auth.application;

import static io.posthorn.auth.AuthApi.change;
import static io.posthorn.auth.AuthApi.stored;
import static io.posthorn.auth.OAuthApi.anApplication;
import static io.posthorn.auth.OAuthApi.register;
import static io.posthorn.auth.OAuthApi.registered;
import static io.posthorn.auth.OAuthApi.token;
import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.posthorn.auth.ApiKeyApi;
import io.posthorn.auth.AuthApi;
import io.posthorn.auth.OAuthApi;
import io.posthorn.auth.OAuthApi.Registered;
import io.posthorn.kit.revocation.Revocations;
import io.posthorn.testkit.PosthornStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = PosthornStores.class, initArgs = @ResourceArg(name = "service", value = "auth"))
class ApplicationResourceIT {
    private static final Map<String, String> ALONE = Map.of("grant_type", "client_credentials");

    @Inject
    Revocations revocations;

    @Test
    void theSecretIsShownOnceAndKeptHashed() {
        var ada = AuthApi.signedUp();

        var made = register(ada.accessToken(), anApplication());

        made.then().statusCode(201).body("secret", notNullValue()).body("type", equalTo("confidential"));
        var id = made.jsonPath().getString("id");
        ApiKeyApi.as(ada.accessToken())
                .get("/api/v1/applications/" + id)
                .then()
                .statusCode(200)
                .body("secret", nullValue())
                .body("role", equalTo("agent"));
        ApiKeyApi.as(ada.accessToken())
                .get("/api/v1/applications")
                .then()
                .statusCode(200)
                .body("data.size()", equalTo(1));
        assertThat(stored("select encode(secret_hash, 'escape') from application where id = '%s'", id))
                .doesNotContain(made.jsonPath().getString("secret"));
        assertThat(stored(
                        "select count(*) from outbox where payload::text like '%%%s%%' and type = 'posthorn.auth.application-registered'",
                        id))
                .isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({
        "redirectUris, '[\"http://shop.example/\"]', /redirectUris/0",
        "redirectUris, '[]', /redirectUris",
        "grantTypes, '[\"password\"]', /grantTypes/0",
        "grantTypes, '[\"refresh_token\"]', /redirectUris",
        "scopes, '[\"api\"]', /scopes/0",
        "scopes, '[\"*\"]', /scopes/0",
        "scopes, '[\"api-keys:write\"]', /scopes/0",
        "scopes, '[\"workspaces:write\"]', /scopes/0",
        "scopes, '[]', /scopes",
    })
    void whatBreaksARuleIsRefusedWhereItStands(String field, String value, String pointer) {
        var ada = AuthApi.signedUp();

        register(ada.accessToken(), anApplication().put(field, new JsonArray(value)))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo(pointer));

        assertThat(stored("select count(*) from application where workspace_id = '%s'", ada.workspaceId()))
                .isEqualTo("0");
    }

    @Test
    void aPublicApplicationHasNoSecretAndCannotActAlone() {
        var ada = AuthApi.signedUp();

        var phone = registered(ada, OAuthApi.aPublicApplication());

        assertThat(phone.secret()).isNull();
        register(ada.accessToken(), anApplication().put("type", "public"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/grantTypes"));
        rotate(ada.accessToken(), phone, 60).then().statusCode(409).body("code", equalTo("application_has_no_secret"));
    }

    @Test
    void bothSecretsAreGoodWhileTheyAreExchanged() {
        var ada = AuthApi.signedUp();
        var shop = registered(ada);

        var rotated = rotate(ada.accessToken(), shop, 3600);

        rotated.then().statusCode(200).body("previousSecretUntil", notNullValue());
        var renewed = new Registered(shop.id(), rotated.jsonPath().getString("secret"));
        token(shop, ALONE).then().statusCode(200);
        token(renewed, ALONE).then().statusCode(200);
        change("update application set previous_secret_until = now() where id = '%s'", shop.id());
        token(shop, ALONE).then().statusCode(401);
        token(renewed, ALONE).then().statusCode(200);
    }

    @Test
    void whatWasRemovedIsRefusedEverywhere() {
        var ada = AuthApi.signedUp();
        var shop = registered(ada);
        token(shop, ALONE).then().statusCode(200);

        ApiKeyApi.as(ada.accessToken())
                .delete("/api/v1/applications/" + shop.id())
                .then()
                .statusCode(204);

        token(shop, ALONE).then().statusCode(401);
        await().until(() -> revocations.isRevoked(shop.id()));
    }

    @Test
    void aStrangerFindsNothing() {
        var shop = registered(AuthApi.signedUp());
        var eve = AuthApi.signedUp();

        ApiKeyApi.as(eve.accessToken())
                .get("/api/v1/applications/" + shop.id())
                .then()
                .statusCode(404);
        ApiKeyApi.as(eve.accessToken())
                .delete("/api/v1/applications/" + shop.id())
                .then()
                .statusCode(404);
        rotate(eve.accessToken(), shop, 60).then().statusCode(404).body("code", equalTo("application_not_found"));
        ApiKeyApi.as(eve.accessToken())
                .delete("/api/v1/auth/applications/" + shop.id())
                .then()
                .statusCode(404);
        ApiKeyApi.as(eve.accessToken())
                .get("/api/v1/applications")
                .then()
                .body("data.id", not(equalTo(shop.id().toString())))
                .body("data.size()", equalTo(0));
        token(shop, ALONE).then().statusCode(200);
    }

    @Test
    void theSameKeyRepeatsTheSecret() {
        var ada = AuthApi.signedUp();

        var first = once(ada.accessToken());
        var again = once(ada.accessToken());

        assertThat(again.jsonPath().getString("secret"))
                .isEqualTo(first.jsonPath().getString("secret"));
        assertThat(stored("select count(*) from application where workspace_id = '%s'", ada.workspaceId()))
                .isEqualTo("1");
        assertThat(stored("select answer from idempotency where workspace_id = '%s'", ada.workspaceId()))
                .doesNotContain(first.jsonPath().getString("secret"));
    }

    private static io.restassured.response.Response once(String accessToken) {
        return ApiKeyApi.as(accessToken)
                .header("Idempotency-Key", "once")
                .contentType("application/json")
                .body(anApplication().encode())
                .post("/api/v1/applications");
    }

    private static io.restassured.response.Response rotate(String accessToken, Registered application, int overlap) {
        return ApiKeyApi.as(accessToken)
                .contentType("application/json")
                .body(new JsonObject().put("overlapSeconds", overlap).encode())
                .post("/api/v1/applications/%s/secret".formatted(application.id()));
    }
}
