package io.posthorn.auth;

import static io.posthorn.testkit.Patience.await;
import static io.restassured.RestAssured.given;

import io.posthorn.testkit.Stores;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/** The service as its clients see it. */
public final class AuthApi {
    public static final String PASSWORD = "correct horse battery staple";

    private AuthApi() {}

    /** A new person with a workspace. */
    public static SignedIn signedUp() {
        var email = anAddress();
        var answer = register(email, PASSWORD, "Ada Lovelace", "Engines Ltd");
        answer.then().statusCode(201);
        return SignedIn.of(answer);
    }

    public static String anAddress() {
        return "user-%s@example.com".formatted(UUID.randomUUID());
    }

    public static Response register(String email, String password, String fullName, String workspaceName) {
        return post(
                "register",
                new JsonObject()
                        .put("email", email)
                        .put("password", password)
                        .put("fullName", fullName)
                        .put("workspaceName", workspaceName)
                        .encode());
    }

    public static Response login(String email, String password) {
        return post(
                "login",
                new JsonObject().put("email", email).put("password", password).encode());
    }

    public static Response refresh(String refreshToken) {
        return post(
                "refresh", new JsonObject().put("refreshToken", refreshToken).encode());
    }

    public static Response logout(String accessToken) {
        return given().header("Authorization", "Bearer " + accessToken).post("/api/v1/auth/logout");
    }

    public static Response logoutEverywhere(String accessToken) {
        return given().header("Authorization", "Bearer " + accessToken).post("/api/v1/auth/logout-everywhere");
    }

    public static Response me(String accessToken) {
        return given().header("Authorization", "Bearer " + accessToken).get("/api/v1/auth/me");
    }

    public static Response post(String what, String body) {
        ready();
        return given().contentType("application/json").body(body).post("/api/v1/auth/" + what);
    }

    /** The keys are read just after the start. */
    public static void ready() {
        await().untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
    }

    public static JsonObject claims(String accessToken) {
        return part(accessToken, 1);
    }

    public static JsonObject part(String token, int index) {
        var decoded = Base64.getUrlDecoder().decode(token.split("\\.")[index]);
        return new JsonObject(new String(decoded, StandardCharsets.UTF_8));
    }

    /** What is really stored. */
    public static String stored(String sql, Object... values) {
        return Stores.database("auth").askAsSuperuser(sql.formatted(values)).getFirst();
    }

    public static void change(String sql, Object... values) {
        Stores.database("auth").askAsSuperuser(sql.formatted(values) + " returning 1");
    }

    public record SignedIn(
            String email, UUID userId, UUID workspaceId, UUID sessionId, String accessToken, String refreshToken) {
        public static SignedIn of(Response answer) {
            var accessToken = answer.jsonPath().getString("accessToken");
            return new SignedIn(
                    answer.jsonPath().getString("user.email"),
                    answer.jsonPath().getUUID("user.id"),
                    answer.jsonPath().getUUID("workspace.id"),
                    UUID.fromString(claims(accessToken).getString("sid")),
                    accessToken,
                    answer.jsonPath().getString("refreshToken"));
        }
    }
}
