package io.posthorn.auth.signin;

import static io.posthorn.auth.AuthApi.PASSWORD;
import static io.posthorn.auth.AuthApi.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.posthorn.auth.AuthApi;
import io.posthorn.testkit.PosthornStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = PosthornStores.class, initArgs = @ResourceArg(name = "service", value = "auth"))
class SignInResourceIT {
    @Test
    void registeringMakesAnOwnerWhoIsLoggedIn() {
        var answer = AuthApi.register("ada-%s@example.com".formatted(System.nanoTime()), PASSWORD, " Ada ", null);

        answer.then()
                .statusCode(201)
                .body("user.fullName", equalTo("Ada"))
                .body("user.createdAt", notNullValue())
                .body("workspace.name", equalTo("Ada"))
                .body("workspace.role", equalTo("owner"))
                .body("expiresIn", equalTo(900));
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        var claims = AuthApi.claims(answer.jsonPath().getString("accessToken"));
        assertThat(claims.getString("sub")).isEqualTo(answer.jsonPath().getString("user.id"));
        assertThat(claims.getString("workspace")).isEqualTo(answer.jsonPath().getString("workspace.id"));
        assertThat(claims.getJsonArray("roles").getList()).isEqualTo(List.of("owner"));
        assertThat(claims.getString("aud")).isEqualTo("posthorn");
        assertThat(claims.getString("iss")).isEqualTo("http://localhost:8080");
        assertThat(claims.getLong("exp") - claims.getLong("iat")).isEqualTo(900);
        assertThat(claims.fieldNames())
                .containsExactlyInAnyOrder(
                        "iss", "aud", "sub", "workspace", "roles", "scope", "sid", "iat", "exp", "jti");
    }

    @Test
    void theNewAccessTokenIsGoodAtOnce() {
        var ada = AuthApi.signedUp();

        var me = AuthApi.me(ada.accessToken());

        me.then()
                .statusCode(200)
                .body("user.email", equalTo(ada.email()))
                .body("workspace.id", equalTo(ada.workspaceId().toString()))
                .body("workspace.name", equalTo("Engines Ltd"));
    }

    @Test
    void registeringIsAnnouncedInTheSameTransaction() {
        var ada = AuthApi.signedUp();

        var events = stored(
                "select string_agg(version || ' ' || type, ', ' order by sequence) from outbox where workspace_id = '%s'",
                ada.workspaceId());

        assertThat(events).isEqualTo("1 posthorn.auth.user-registered, 2 posthorn.auth.session-started");
    }

    @Test
    void noSecretIsStoredInTheClear() {
        var ada = AuthApi.signedUp();

        var hash = stored("select password_hash from account where id = '%s'", ada.userId());
        var everything = stored("""
                select concat((select string_agg(t::text, '') from session t), (select string_agg(t::text, '') from refresh_token t),
                    (select string_agg(t::text, '') from outbox t), (select string_agg(t::text, '') from signing_key t))""");

        assertThat(hash).startsWith("$2a$06$");
        assertThat(everything)
                .doesNotContain(ada.refreshToken())
                .doesNotContain(PASSWORD)
                .doesNotContain("\"d\"");
    }

    @Test
    void oneAddressIsOneAccountHoweverItIsSpelled() {
        var ada = AuthApi.signedUp();

        var again = AuthApi.register(ada.email().toUpperCase(), PASSWORD, "Other", null);
        var fullWidth = AuthApi.register(ada.email().replace('u', '\uff35'), PASSWORD, "Other", null);

        again.then().statusCode(409).body("code", equalTo("email_taken"));
        fullWidth.then().statusCode(409).body("code", equalTo("email_taken"));
    }

    @Test
    void ofTwoRegistrationsAtOnceOneWins() throws Exception {
        var email = AuthApi.anAddress();

        var statuses = atOnce(4, () -> AuthApi.register(email, PASSWORD, "Ada", null)).stream()
                .map(Response::statusCode)
                .toList();

        assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409, 409);
        assertThat(stored("select count(*) from account where email = '%s'", email))
                .isEqualTo("1");
        assertThat(
                        stored(
                                "select count(*) from workspace w where not exists (select 1 from membership m where m.workspace_id = w.workspace_id)"))
                .isEqualTo("0");
    }

    @Test
    void loggingInStartsAnotherSession() {
        var ada = AuthApi.signedUp();

        var answer = AuthApi.login(" " + ada.email().toUpperCase(), PASSWORD);

        answer.then().statusCode(200);
        var again = AuthApi.SignedIn.of(answer);
        assertThat(again.workspaceId()).isEqualTo(ada.workspaceId());
        assertThat(again.userId()).isEqualTo(ada.userId());
        assertThat(again.sessionId()).isNotEqualTo(ada.sessionId());
        assertThat(stored(
                        "select string_agg(version::text, ',' order by sequence) from outbox where workspace_id = '%s'",
                        ada.workspaceId()))
                .isEqualTo("1,2,3");
    }

    @Test
    void unknownAddressAndWrongPasswordAreAnsweredAlike() {
        var ada = AuthApi.signedUp();

        var wrong = AuthApi.login(ada.email(), PASSWORD + "!");
        var unknown = AuthApi.login(AuthApi.anAddress(), PASSWORD);

        wrong.then().statusCode(401).body("code", equalTo("invalid_credentials"));
        assertThat(withoutTrace(unknown)).isEqualTo(withoutTrace(wrong));
        assertThat(unknown.header("WWW-Authenticate")).isEqualTo(wrong.header("WWW-Authenticate"));
    }

    @Test
    void everyWrongFieldIsNamed() {
        var answer = AuthApi.post("register", "{\"email\":\"nobody\",\"password\":\"short\",\"workspaceName\":\" \"}");

        answer.then()
                .statusCode(422)
                .body("code", equalTo("invalid_request"))
                .body("errors.pointer", hasItem("/email"))
                .body("errors.pointer", hasItem("/password"))
                .body("errors.pointer", hasItem("/fullName"))
                .body("errors.pointer", hasItem("/workspaceName"));
    }

    @ParameterizedTest
    @ValueSource(ints = {73, 900_000})
    void aPasswordThatBcryptWouldCutIsRefused(int length) {
        var email = AuthApi.anAddress();

        var answer = AuthApi.register(email, "p".repeat(length), "Ada", null);

        answer.then()
                .statusCode(422)
                .body("code", equalTo("password_too_long"))
                .body("errors[0].pointer", equalTo("/password"));
        assertThat(stored("select count(*) from account where email = '%s'", email))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"email\":",
                "[]",
                "\"text\"",
                "{\"email\":1,\"password\":\"long enough\",\"fullName\":\"Ada\"}",
                "{\"email\":\"a@b.example\",\"email\":\"c@d.example\",\"password\":\"long enough\",\"fullName\":\"A\"}",
                "{\"email\":\"a@b.example\",\"password\":\"long enough\",\"fullName\":\"Ada\",\"role\":\"owner\"}"
            })
    void whatIsNotTheExpectedJsonIsMalformed(String body) {
        var before = stored("select count(*) from account");

        var answer = AuthApi.post("register", body);

        answer.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("malformed_request"));
        assertThat(stored("select count(*) from account")).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}"})
    void nothingIsNotEnough(String body) {
        var answer = AuthApi.post("login", body);

        assertThat(answer.statusCode()).isIn(400, 422);
        answer.then().contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada\\u0000", "Ada\\ud800", "Ada\\nLovelace", " "})
    void namesHoldNoControlCharacters(String name) {
        var body = "{\"email\":\"%s\",\"password\":\"%s\",\"fullName\":\"%s\"}"
                .formatted(AuthApi.anAddress(), PASSWORD, name);

        var answer = AuthApi.post("register", body);

        assertThat(answer.statusCode()).isIn(400, 422);
        answer.then().contentType("application/problem+json");
    }

    @Test
    void aFieldOfOneMegabyteIsTooLarge() {
        var answer = AuthApi.register("a".repeat(1_000_000) + "@example.com", PASSWORD, "Ada", null);

        answer.then().statusCode(413).body("code", equalTo("payload_too_large"));
    }

    private static JsonObject withoutTrace(Response answer) {
        var body = new JsonObject(answer.asString());
        body.remove("traceId");
        return body;
    }

    private static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
        try (var threads = Executors.newFixedThreadPool(times)) {
            var calls = IntStream.range(0, times).mapToObj(each -> call).toList();
            return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }
}
