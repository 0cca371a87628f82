package io.posthorn.auth.apikey;

import static io.posthorn.auth.ApiKeyApi.aRequest;
import static io.posthorn.auth.ApiKeyApi.as;
import static io.posthorn.auth.AuthApi.change;
import static io.posthorn.auth.AuthApi.stored;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.posthorn.auth.ApiKeyApi;
import io.posthorn.auth.AuthApi;
import io.posthorn.auth.AuthApi.SignedIn;
import io.posthorn.auth.ServiceSecrets;
import io.posthorn.testkit.PosthornStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = PosthornStores.class, initArgs = @ResourceArg(name = "service", value = "auth"))
@QuarkusTestResource(ServiceSecrets.class)
class ApiKeyResourceIT {
    @Test
    void theKeyIsShownOnceAndNeverStoredReadable() {
        var ada = AuthApi.signedUp();

        var answer = ApiKeyApi.create(
                ada.accessToken(), aRequest().put("addresses", new JsonArray().add("203.0.113.77/24")));

        answer.then()
                .statusCode(201)
                .body("name", equalTo("Shop"))
                .body("role", equalTo("agent"))
                .body("status", equalTo("active"))
                .body("addresses[0]", equalTo("203.0.113.0/24"))
                .body("expiresAt", nullValue())
                .body("createdBy", equalTo(ada.userId().toString()));
        var key = answer.jsonPath().getString("key");
        var id = answer.jsonPath().getUUID("id");
        assertThat(key).startsWith(answer.jsonPath().getString("start") + "_");
        as(ada.accessToken())
                .get("/api/v1/api-keys/" + id)
                .then()
                .statusCode(200)
                .body("$", not(hasKey("key")))
                .body("name", equalTo("Shop"));
        var secret = key.substring(31);
        assertThat(stored("select to_jsonb(k)::text from api_key k where id = '%s'", id))
                .doesNotContain(secret.substring(0, 43));
        assertThat(stored("select payload::text from outbox where payload->>'apiKeyId' = '%s'", id))
                .contains("Shop")
                .doesNotContain(secret.substring(0, 43));
    }

    @Test
    void theListHasAllOfThisWorkspaceAndNothingElse() {
        var ada = AuthApi.signedUp();
        var eve = AuthApi.signedUp();
        var first = ApiKeyApi.made(ada);
        var second = ApiKeyApi.made(ada);

        var page = as(ada.accessToken()).get("/api/v1/api-keys?limit=1");

        page.then()
                .statusCode(200)
                .body("data", hasSize(1))
                .body("data[0].id", equalTo(second.id().toString()))
                .body("data[0]", not(hasKey("key")));
        as(ada.accessToken())
                .queryParam("cursor", page.jsonPath().getString("nextCursor"))
                .get("/api/v1/api-keys")
                .then()
                .body("data", hasSize(1))
                .body("data[0].id", equalTo(first.id().toString()))
                .body("hasMore", equalTo(false));
        as(eve.accessToken()).get("/api/v1/api-keys").then().body("data", hasSize(0));
    }

    @Test
    void anotherWorkspacesKeyIsNotFound() {
        var key = ApiKeyApi.made(AuthApi.signedUp());
        var eve = AuthApi.signedUp();

        as(eve.accessToken())
                .get("/api/v1/api-keys/" + key.id())
                .then()
                .statusCode(404)
                .body("code", equalTo("api_key_not_found"));
        ApiKeyApi.revoke(eve.accessToken(), key.id()).then().statusCode(404);
        ApiKeyApi.revoke(eve.accessToken(), UUID.randomUUID()).then().statusCode(404);

        assertThat(stored("select revoked_at is null from api_key where id = '%s'", key.id()))
                .isEqualTo("t");
    }

    @Test
    void revokingIsAnnouncedOnce() {
        var ada = AuthApi.signedUp();
        var key = ApiKeyApi.made(ada);

        ApiKeyApi.revoke(ada.accessToken(), key.id()).then().statusCode(204);
        ApiKeyApi.revoke(ada.accessToken(), key.id()).then().statusCode(204);

        as(ada.accessToken()).get("/api/v1/api-keys/" + key.id()).then().body("status", equalTo("revoked"));
        assertThat(stored(
                        "select string_agg(type, ',' order by sequence) from outbox where payload->>'apiKeyId' = '%s'",
                        key.id()))
                .isEqualTo("posthorn.auth.api-key-created,posthorn.auth.api-key-revoked");
    }

    @Test
    void theSameIdempotencyKeyRepeatsTheAnswerAndTheTableDoesNotHoldTheKey() {
        var ada = AuthApi.signedUp();

        var first = keyed(ada, "one", aRequest());
        var again = keyed(ada, "one", aRequest());

        first.then().statusCode(201);
        again.then().statusCode(201).header("Idempotency-Replayed", "true");
        assertThat(again.jsonPath().getString("key")).isEqualTo(first.jsonPath().getString("key"));
        assertThat(stored("select answer::text from idempotency where workspace_id = '%s'", ada.workspaceId()))
                .doesNotContain(first.jsonPath().getString("key").substring(31, 74));
        assertThat(keysOf(ada)).isEqualTo("1");
        keyed(ada, "one", aRequest().put("name", "Other")).then().statusCode(422);
    }

    @Test
    void onlyOwnersAndAdminsManageKeysAndNoneAboveThemselves() {
        var admin = withRole("admin");

        ApiKeyApi.create(admin.accessToken(), aRequest().put("role", "owner"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/role"))
                .body("errors[0].code", equalTo("role_too_high"));
        ApiKeyApi.create(admin.accessToken(), aRequest().put("role", "admin"))
                .then()
                .statusCode(201);

        var agent = withRole("agent");
        ApiKeyApi.create(agent.accessToken(), aRequest()).then().statusCode(403);
        as(agent.accessToken()).get("/api/v1/api-keys").then().statusCode(403);
        given().get("/api/v1/api-keys").then().statusCode(401);
    }

    @Test
    void aTokenFromBeforeADemotionMakesNoKey() {
        var ada = AuthApi.signedUp();
        change("update membership set role = 'agent' where account_id = '%s'", ada.userId());

        ApiKeyApi.create(ada.accessToken(), aRequest()).then().statusCode(403);

        assertThat(keysOf(ada)).isEqualTo("0");
    }

    @Test
    void aKeyCannotManageKeys() {
        var ada = AuthApi.signedUp();
        var key = ApiKeyApi.made(ada, aRequest().put("role", "owner").put("scopes", new JsonArray().add("*")));
        var token = ApiKeyApi.exchange(key.text(), null).jsonPath().getString("accessToken");

        ApiKeyApi.create(token, aRequest()).then().statusCode(403).body("code", equalTo("forbidden"));
        ApiKeyApi.revoke(token, key.id()).then().statusCode(403);
        AuthApi.logoutEverywhere(token).then().statusCode(401);

        AuthApi.me(ada.accessToken()).then().statusCode(200);
    }

    @Test
    void aWorkspaceHasAtMostAHundredLiveKeys() {
        var ada = AuthApi.signedUp();
        var key = ApiKeyApi.made(ada);
        change(
                "insert into api_key (workspace_id, id, account_id, name, role, scopes, addresses, secret_hash, created_at) "
                        + "select workspace_id, gen_random_uuid(), account_id, name, role, scopes, addresses, secret_hash, created_at "
                        + "from api_key, generate_series(1, 99) where id = '%s'",
                key.id());

        ApiKeyApi.create(ada.accessToken(), aRequest())
                .then()
                .statusCode(409)
                .body("code", equalTo("api_key_limit_reached"));

        ApiKeyApi.revoke(ada.accessToken(), key.id()).then().statusCode(204);
        ApiKeyApi.create(ada.accessToken(), aRequest()).then().statusCode(201);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/name | {\"scopes\":[\"*\"]}",
                "/name | {\"name\":\" \",\"scopes\":[\"*\"]}",
                "/scopes | {\"name\":\"x\"}",
                "/scopes | {\"name\":\"x\",\"scopes\":[]}",
                "/scopes/0 | {\"name\":\"x\",\"scopes\":[\"messages\"]}",
                "/scopes/1 | {\"name\":\"x\",\"scopes\":[\"*\",\"api-keys:write\"]}",
                "/scopes/0 | {\"name\":\"x\",\"scopes\":[null]}",
                "/role | {\"name\":\"x\",\"scopes\":[\"*\"],\"role\":\"operator\"}",
                "/addresses/0 | {\"name\":\"x\",\"scopes\":[\"*\"],\"addresses\":[\"localhost\"]}",
                "/expiresAt | {\"name\":\"x\",\"scopes\":[\"*\"],\"expiresAt\":\"2020-01-01T00:00:00Z\"}",
                "/expiresAt | {\"name\":\"x\",\"scopes\":[\"*\"],\"expiresAt\":\"+100000-01-01T00:00:00Z\"}"
            })
    void badInputIsNamedAndNothingIsStored(String pointer, String body) {
        var ada = AuthApi.signedUp();

        ApiKeyApi.create(ada.accessToken(), new JsonObject(body))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo(pointer));

        assertThat(keysOf(ada)).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"name\":", "[]", "{\"name\":\"x\",\"scopes\":\"*\"}", "{\"name\":\"x\",\"secret\":\"y\"}"})
    void whatIsNotTheExpectedJsonIsMalformed(String body) {
        var ada = AuthApi.signedUp();

        as(ada.accessToken())
                .contentType("application/json")
                .body(body)
                .post("/api/v1/api-keys")
                .then()
                .statusCode(400);
    }

    @Test
    void anExpiryIsKept() {
        var ada = AuthApi.signedUp();

        ApiKeyApi.create(
                        ada.accessToken(),
                        aRequest()
                                .put(
                                        "expiresAt",
                                        Instant.now().plusSeconds(3600).toString()))
                .then()
                .statusCode(201)
                .body("status", equalTo("active"));
    }

    private static SignedIn withRole(String role) {
        var person = AuthApi.signedUp();
        change("update membership set role = '%s' where account_id = '%s'", role, person.userId());
        return SignedIn.of(AuthApi.login(person.email(), AuthApi.PASSWORD));
    }

    private static io.restassured.response.Response keyed(SignedIn person, String key, JsonObject request) {
        return as(person.accessToken())
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(request.encode())
                .post("/api/v1/api-keys");
    }

    private static String keysOf(SignedIn person) {
        return stored("select count(*) from api_key where workspace_id = '%s'", person.workspaceId());
    }
}
