package io.posthorn.auth;

import static io.restassured.RestAssured.given;

import io.posthorn.auth.AuthApi.SignedIn;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.UUID;

/** API keys as people and the gateway see them. */
public final class ApiKeyApi {
    public record MadeKey(UUID id, String text) {}

    private ApiKeyApi() {}

    public static JsonObject aRequest() {
        return new JsonObject().put("name", "Shop").put("scopes", new JsonArray().add("messages:write"));
    }

    public static MadeKey made(SignedIn person) {
        return made(person, aRequest());
    }

    public static MadeKey made(SignedIn person, JsonObject request) {
        var answer = create(person.accessToken(), request);
        answer.then().statusCode(201);
        return new MadeKey(answer.jsonPath().getUUID("id"), answer.jsonPath().getString("key"));
    }

    public static Response create(String accessToken, JsonObject request) {
        return as(accessToken)
                .contentType("application/json")
                .body(request.encode())
                .post("/api/v1/api-keys");
    }

    public static Response rotate(String accessToken, UUID id, int overlapSeconds) {
        return as(accessToken)
                .contentType("application/json")
                .body(new JsonObject().put("overlapSeconds", overlapSeconds).encode())
                .post("/api/v1/api-keys/%s/rotate".formatted(id));
    }

    public static Response revoke(String accessToken, UUID id) {
        return as(accessToken).delete("/api/v1/api-keys/" + id);
    }

    public static Response exchange(String key, String address) {
        return as(ServiceSecrets.gatewayToken())
                .contentType("application/json")
                .body(new JsonObject().put("key", key).put("address", address).encode())
                .post("/internal/api-keys/exchange");
    }

    public static RequestSpecification as(String accessToken) {
        return given().header("Authorization", "Bearer " + accessToken);
    }
}
