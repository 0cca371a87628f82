package io.posthorn.auth;

import io.posthorn.auth.AuthApi.SignedIn;
import io.posthorn.testkit.Patience;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;

/** What operators do, and one to do it. */
public final class OperatorApi {
    private OperatorApi() {}

    /** The access token of somebody who looks after the installation. */
    public static String operatorToken() {
        var somebody = AuthApi.signedUp();
        AuthApi.change("insert into operator (account_id, appointed_at) values ('%s', now())", somebody.userId());
        return Patience.await().until(() -> tokenOf(somebody), token -> AuthApi.claims(token)
                .getJsonArray("roles")
                .contains("operator"));
    }

    private static String tokenOf(SignedIn person) {
        return AuthApi.login(person.email(), AuthApi.PASSWORD).jsonPath().getString("accessToken");
    }

    public static Response post(String accessToken, String path, JsonObject body) {
        return ApiKeyApi.as(accessToken)
                .contentType("application/json")
                .body(body.encode())
                .post("/api/v1/operator/" + path);
    }

    public static JsonObject because(String reason) {
        return new JsonObject().put("reason", reason);
    }
}
