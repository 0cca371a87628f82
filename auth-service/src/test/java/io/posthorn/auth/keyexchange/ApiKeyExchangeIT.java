package io.posthorn.auth.keyexchange;

import static io.posthorn.auth.ApiKeyApi.aRequest;
import static io.posthorn.auth.ApiKeyApi.exchange;
import static io.posthorn.auth.ApiKeyApi.made;
import static io.posthorn.auth.AuthApi.change;
import static io.posthorn.auth.AuthApi.stored;
import static io.posthorn.testkit.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.posthorn.auth.ApiKeyApi;
import io.posthorn.auth.AuthApi;
import io.posthorn.auth.ServiceSecrets;
import io.posthorn.kit.revocation.Revocations;
import io.posthorn.testkit.PosthornStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = PosthornStores.class, initArgs = @ResourceArg(name = "service", value = "auth"))
@QuarkusTestResource(ServiceSecrets.class)
class ApiKeyExchangeIT {
    private static final String SOMEWHERE = "198.51.100.1";

    @Inject
    Revocations revocations;

    @Test
    void aKeyIsExchangedForAShortTokenThatActsForItsMaker() {
        var ada = AuthApi.signedUp();
        var key = made(
                ada,
                aRequest().put("scopes", new JsonArray().add("templates:read").add("messages:write")));

        var answer = exchange(key.text(), SOMEWHERE);

        answer.then()
                .statusCode(200)
                .body("expiresIn", equalTo(300))
                .body("keyId", equalTo(key.id().toString()))
                .body("scopes", equalTo(List.of("messages:write", "templates:read")));
        var claims = AuthApi.claims(token(answer));
        assertThat(claims.getString("aud")).isEqualTo("posthorn");
        assertThat(claims.getString("sub")).isEqualTo(ada.userId().toString());
        assertThat(claims.getString("workspace")).isEqualTo(ada.workspaceId().toString());
        assertThat(claims.getString("sid")).isEqualTo(key.id().toString());
        assertThat(claims.getString("scope")).isEqualTo("messages:write templates:read");
        assertThat(claims.getJsonArray("roles").getList()).isEqualTo(List.of("agent"));
    }

    @Test
    void anUnknownIdAndAWrongSecretLookAlike() {
        var key = made(AuthApi.signedUp());
        var other = made(AuthApi.signedUp());
        change(
                "update api_key set secret_hash = (select secret_hash from api_key where id = '%s') where id = '%s'",
                other.id(), key.id());
        change("delete from api_key where id = '%s'", other.id());

        var wrongSecret = refused(exchange(key.text(), SOMEWHERE));
        var unknown = refused(exchange(other.text(), SOMEWHERE));
        var nonsense = refused(exchange("ph_live_nonsense", SOMEWHERE));

        assertThat(wrongSecret).isEqualTo(unknown).isEqualTo(nonsense);
    }

    @Test
    void aRevokedKeyIsRefusedAndItsTokensDieEverywhere() {
        var ada = AuthApi.signedUp();
        var key = made(ada);
        exchange(key.text(), SOMEWHERE).then().statusCode(200);

        ApiKeyApi.revoke(ada.accessToken(), key.id()).then().statusCode(204);

        refused(exchange(key.text(), SOMEWHERE));
        await().until(() -> revocations.isRevoked(key.id()));
    }

    @Test
    void anExpiredKeyIsRefusedAndATokenEndsWithItsKey() {
        var ada = AuthApi.signedUp();
        var key = made(
                ada, aRequest().put("expiresAt", Instant.now().plusSeconds(200).toString()));

        assertThat(exchange(key.text(), SOMEWHERE).jsonPath().getInt("expiresIn"))
                .isBetween(100, 200);
        change("update api_key set expires_at = now() - interval '1 second' where id = '%s'", key.id());

        refused(exchange(key.text(), SOMEWHERE));
    }

    @Test
    void aKeyIsBoundToItsAddresses() {
        var key = made(
                AuthApi.signedUp(),
                aRequest()
                        .put("addresses", new JsonArray().add("203.0.113.0/24").add("2001:db8::/32")));

        exchange(key.text(), "203.0.113.9").then().statusCode(200);
        exchange(key.text(), "2001:db8::9").then().statusCode(200);
        refused(exchange(key.text(), SOMEWHERE));
        refused(exchange(key.text(), null));
        refused(exchange(key.text(), "nonsense"));
    }

    @Test
    void aKeySinksWithItsMaker() {
        var ada = AuthApi.signedUp();
        var key = made(ada, aRequest().put("role", "admin"));

        change("update membership set role = 'viewer' where account_id = '%s'", ada.userId());

        assertThat(AuthApi.claims(token(exchange(key.text(), SOMEWHERE)))
                        .getJsonArray("roles")
                        .getList())
                .isEqualTo(List.of("viewer"));
    }

    @Test
    void theFirstUseFromAnAddressIsToldOnceADay() {
        var key = made(AuthApi.signedUp());
        exchange(key.text(), SOMEWHERE).then().statusCode(200);
        exchange(key.text(), SOMEWHERE).then().statusCode(200);
        await().untilAsserted(() -> assertThat(uses(key.id())).isEqualTo(SOMEWHERE));

        exchange(key.text(), "203.0.113.9").then().statusCode(200);

        await().untilAsserted(() -> assertThat(uses(key.id())).isEqualTo(SOMEWHERE + ",203.0.113.9"));
        assertThat(stored("select last_used_address from api_key where id = '%s'", key.id()))
                .isEqualTo(SOMEWHERE);
    }

    @Test
    void theTimeOfUseIsWrittenOnceAMinute() {
        var key = made(AuthApi.signedUp());
        exchange(key.text(), SOMEWHERE).then().statusCode(200);
        await().untilAsserted(() -> assertThat(lastUse(key.id())).isNotNull());
        change("update api_key set last_used_at = last_used_at - interval '61 seconds' where id = '%s'", key.id());
        var before = lastUse(key.id());

        exchange(key.text(), SOMEWHERE).then().statusCode(200);

        await().untilAsserted(() -> assertThat(lastUse(key.id())).isGreaterThan(before));
    }

    @Test
    void bothSecretsAreGoodWhileAKeyIsRotated() {
        var ada = AuthApi.signedUp();
        var key = ApiKeyApi.made(ada);

        var rotated = ApiKeyApi.rotate(ada.accessToken(), key.id(), 3600);

        rotated.then().statusCode(200).body("id", equalTo(key.id().toString()));
        var renewed = rotated.jsonPath().getString("key");
        assertThat(renewed).isNotEqualTo(key.text());
        for (var secret : List.of(key.text(), renewed, key.text(), renewed)) {
            ApiKeyApi.exchange(secret, "203.0.113.7").then().statusCode(200);
        }
        change("update api_key set previous_secret_until = now() where id = '%s'", key.id());
        ApiKeyApi.exchange(key.text(), "203.0.113.7").then().statusCode(401);
        ApiKeyApi.exchange(renewed, "203.0.113.7").then().statusCode(200);
    }

    @Test
    void theOldSecretsTokenEndsWithIt() {
        var ada = AuthApi.signedUp();
        var key = ApiKeyApi.made(ada);
        ApiKeyApi.rotate(ada.accessToken(), key.id(), 120).then().statusCode(200);

        var left = ApiKeyApi.exchange(key.text(), "203.0.113.7").jsonPath().getInt("expiresIn");

        assertThat(left).isLessThanOrEqualTo(120);
    }

    @Test
    void onlyALiveKeyOfTheWorkspaceIsRotated() {
        var ada = AuthApi.signedUp();
        var key = ApiKeyApi.made(ada);

        ApiKeyApi.rotate(AuthApi.signedUp().accessToken(), key.id(), 60).then().statusCode(404);
        ApiKeyApi.rotate(ada.accessToken(), key.id(), 604_801).then().statusCode(422);
        ApiKeyApi.revoke(ada.accessToken(), key.id());

        ApiKeyApi.rotate(ada.accessToken(), key.id(), 60)
                .then()
                .statusCode(409)
                .body("code", equalTo("api_key_not_live"));
    }

    @Test
    void onlyServicesExchange() {
        var ada = AuthApi.signedUp();
        var body = "{\"key\":\"%s\",\"address\":null}".formatted(made(ada).text());

        given().contentType("application/json")
                .body(body)
                .post("/internal/api-keys/exchange")
                .then()
                .statusCode(401);
        ApiKeyApi.as(ada.accessToken())
                .contentType("application/json")
                .body(body)
                .post("/internal/api-keys/exchange")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"key\":null}"})
    void aMissingKeyIsNamed(String body) {
        ApiKeyApi.as(ServiceSecrets.gatewayToken())
                .contentType("application/json")
                .body(body)
                .post("/internal/api-keys/exchange")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/key"));
    }

    private static String uses(UUID key) {
        return stored(
                "select string_agg(payload->>'address', ',' order by sequence) from outbox where type = 'posthorn.auth.api-key-used' and payload->>'apiKeyId' = '%s'",
                key);
    }

    private static String lastUse(UUID key) {
        return stored("select last_used_at from api_key where id = '%s'", key);
    }

    private static String refused(Response answer) {
        answer.then().statusCode(401).contentType("application/problem+json");
        return answer.jsonPath().getString("code") + answer.jsonPath().getString("detail");
    }

    private static String token(Response answer) {
        return answer.jsonPath().getString("accessToken");
    }
}
