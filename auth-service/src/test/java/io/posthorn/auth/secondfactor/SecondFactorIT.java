package io.posthorn.auth.secondfactor;

import static io.posthorn.auth.AuthApi.PASSWORD;
import static io.posthorn.auth.AuthApi.change;
import static io.posthorn.auth.AuthApi.stored;
import static io.posthorn.auth.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.posthorn.auth.AuthApi;
import io.posthorn.auth.AuthApi.SignedIn;
import io.posthorn.auth.MailSink;
import io.posthorn.auth.People;
import io.posthorn.testkit.PosthornStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = PosthornStores.class, initArgs = @ResourceArg(name = "service", value = "auth"))
@QuarkusTestResource(MailSink.class)
class SecondFactorIT {
    @Test
    void aLoginTakesPasswordAndCode() {
        var ada = AuthApi.signedUp();
        var authenticator = enrolled(ada).authenticator();

        var first = AuthApi.login(ada.email(), PASSWORD);
        var second = show(first, nextCode(ada, authenticator));

        first.then()
                .statusCode(202)
                .body("accessToken", nullValue())
                .body("methods", hasSize(2))
                .body("expiresIn", equalTo(300));
        second.then().statusCode(200).body("user.email", equalTo(ada.email()));
        AuthApi.me(second.jsonPath().getString("accessToken")).then().statusCode(200);
        AuthApi.login(ada.email(), "a wrong password").then().statusCode(401);
    }

    @Test
    void aCodeIsGoodOnce() {
        var ada = AuthApi.signedUp();
        var authenticator = enrolled(ada).authenticator();
        var code = nextCode(ada, authenticator);

        show(AuthApi.login(ada.email(), PASSWORD), code).then().statusCode(200);

        show(AuthApi.login(ada.email(), PASSWORD), code)
                .then()
                .statusCode(401)
                .body("code", equalTo("second_factor_wrong"));
    }

    @Test
    void aRecoveryCodeIsGoodOnce() {
        var ada = AuthApi.signedUp();
        var code = enrolled(ada).recoveryCodes().getFirst();

        show(AuthApi.login(ada.email(), PASSWORD), code.toUpperCase().replace("-", ""))
                .then()
                .statusCode(200);

        show(AuthApi.login(ada.email(), PASSWORD), code).then().statusCode(401);
        as(ada).get("/api/v1/auth/mfa").then().body("totp", equalTo(true)).body("recoveryCodesLeft", equalTo(9));
    }

    @Test
    void whoGuessesCodesHasToWait() {
        var ada = AuthApi.signedUp();
        enrolled(ada);
        var login = AuthApi.login(ada.email(), PASSWORD);

        for (int guess = 0; guess < 5; guess++) {
            show(login, "00000" + guess).then().statusCode(401);
        }

        show(login, "000006").then().statusCode(429).body("code", equalTo("login_throttled"));
    }

    @Test
    void aChallengeCannotBeMadeUpOrChanged() {
        var ada = AuthApi.signedUp();
        enrolled(ada);
        var challenge = AuthApi.login(ada.email(), PASSWORD).jsonPath().getString("challenge");
        var dot = challenge.indexOf('.');
        var changed = challenge.substring(0, dot + 1)
                + (challenge.charAt(dot + 1) == 'A' ? 'B' : 'A')
                + challenge.substring(dot + 2);

        for (var text : List.of(changed, "phc_x.y.z", "")) {
            showChallenge(text, "000000").then().statusCode(401).body("code", equalTo("challenge_invalid"));
        }
    }

    @Test
    void nothingIsAskedForUntilACodeWasConfirmed() {
        var ada = AuthApi.signedUp();
        prepare(ada, PASSWORD).then().statusCode(200);

        confirm(ada, "000000").then().statusCode(422).body("code", equalTo("second_factor_wrong"));

        AuthApi.login(ada.email(), PASSWORD).then().statusCode(200);
    }

    @Test
    void addingAndRemovingTakeThePassword() {
        var ada = AuthApi.signedUp();

        prepare(ada, "a wrong password").then().statusCode(422).body("code", equalTo("password_wrong"));
        var enrolled = enrolled(ada);
        prepare(ada, PASSWORD).then().statusCode(409).body("code", equalTo("second_factor_enabled"));
        remove(ada, "a wrong password", enrolled.recoveryCodes().getFirst())
                .then()
                .statusCode(422)
                .body("code", equalTo("password_wrong"));
        remove(ada, PASSWORD, "000000").then().statusCode(422).body("code", equalTo("second_factor_wrong"));
        remove(ada, PASSWORD, enrolled.recoveryCodes().getFirst()).then().statusCode(204);
        remove(ada, PASSWORD, "000000").then().statusCode(409).body("code", equalTo("second_factor_not_enabled"));

        AuthApi.login(ada.email(), PASSWORD).then().statusCode(200);
        MailSink.letter(ada.email(), "second step now");
        MailSink.letter(ada.email(), "no second step");
        assertThat(stored("select string_agg(type, ' ') from outbox where workspace_id = '%s'", ada.workspaceId()))
                .contains("second-factor-enabled", "second-factor-disabled");
    }

    @Test
    void newRecoveryCodesMakeTheOldOnesVoid() {
        var ada = AuthApi.signedUp();
        var old = enrolled(ada).recoveryCodes().getFirst();

        var renewed = as(ada).body(new JsonObject().put("password", PASSWORD).encode())
                .post("/api/v1/auth/mfa/recovery-codes");

        renewed.then().statusCode(200).body("recoveryCodes", hasSize(10));
        show(AuthApi.login(ada.email(), PASSWORD), old).then().statusCode(401);
        show(AuthApi.login(ada.email(), PASSWORD), renewed.jsonPath().getString("recoveryCodes[3]"))
                .then()
                .statusCode(200);
    }

    @Test
    void anInvitationIsNoWayAroundIt() {
        var ada = AuthApi.signedUp();
        var grace = AuthApi.signedUp();
        var enrolled = enrolled(grace);
        People.invite(ada, grace.email(), "agent").then().statusCode(201);
        var code = MailSink.letter(grace.email(), "invites you").code();

        People.accept(code, null, PASSWORD).then().statusCode(401).body("code", equalTo("second_factor_required"));
        var answer = AuthApi.post(
                "invitations/accept",
                new JsonObject()
                        .put("token", code)
                        .put("password", PASSWORD)
                        .put("code", enrolled.recoveryCodes().getFirst())
                        .encode());

        answer.then()
                .statusCode(200)
                .body("workspace.id", equalTo(ada.workspaceId().toString()));
    }

    @Test
    void secretsAreStoredSealedOrHashed() {
        var ada = AuthApi.signedUp();
        var enrolled = enrolled(ada);

        var everything = stored("""
                select concat((select string_agg(t::text, '') from totp t), (select string_agg(t::text, '') from recovery_code t),
                    (select string_agg(t::text, '') from outbox t))""");

        assertThat(everything)
                .doesNotContain(enrolled.authenticator().base32())
                .doesNotContain(enrolled.recoveryCodes().getFirst())
                .doesNotContain(enrolled.recoveryCodes().getFirst().replace("-", ""));
    }

    record Enrolled(Authenticator authenticator, List<String> recoveryCodes) {}

    private static Enrolled enrolled(SignedIn person) {
        var prepared = prepare(person, PASSWORD);
        prepared.then().statusCode(200);
        var authenticator = Authenticator.of(prepared.jsonPath().getString("secret"));
        var confirmed = confirm(person, authenticator.code(Instant.now()));
        confirmed.then().statusCode(200).body("recoveryCodes", hasSize(10));
        return new Enrolled(authenticator, confirmed.jsonPath().getList("recoveryCodes", String.class));
    }

    /** Without waiting half a minute for it. */
    private static String nextCode(SignedIn person, Authenticator authenticator) {
        change("update totp set last_step = 0 where account_id = '%s'", person.userId());
        return authenticator.code(Instant.now());
    }

    private static Response prepare(SignedIn person, String password) {
        return as(person)
                .body(new JsonObject().put("password", password).encode())
                .post("/api/v1/auth/mfa/totp");
    }

    private static Response confirm(SignedIn person, String code) {
        return as(person).body(new JsonObject().put("code", code).encode()).post("/api/v1/auth/mfa/totp/confirm");
    }

    private static Response remove(SignedIn person, String password, String code) {
        return as(person)
                .body(new JsonObject()
                        .put("password", password)
                        .put("code", code)
                        .encode())
                .post("/api/v1/auth/mfa/totp/remove");
    }

    private static Response show(Response login, String code) {
        return showChallenge(login.jsonPath().getString("challenge"), code);
    }

    private static Response showChallenge(String challenge, String code) {
        return AuthApi.post(
                "login/second-factor",
                new JsonObject().put("challenge", challenge).put("code", code).encode());
    }
}
