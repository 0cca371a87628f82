package io.posthorn.auth.recovery;

import static io.posthorn.auth.AuthApi.PASSWORD;
import static io.posthorn.auth.AuthApi.change;
import static io.posthorn.auth.AuthApi.stored;
import static io.posthorn.testkit.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.posthorn.auth.AuthApi;
import io.posthorn.auth.AuthApi.SignedIn;
import io.posthorn.auth.MailSink;
import io.posthorn.testkit.PosthornStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = PosthornStores.class, initArgs = @ResourceArg(name = "service", value = "auth"))
@QuarkusTestResource(MailSink.class)
class RecoveryIT {
    private static final String NEW_PASSWORD = "seven quiet owls on a wire";

    @Test
    void aKnownAndAnUnknownAddressAreAnsweredAlike() {
        var ada = AuthApi.signedUp();

        var known = forgot(ada.email());
        var unknown = forgot(AuthApi.anAddress());

        known.then().statusCode(202);
        unknown.then().statusCode(202);
        assertThat(unknown.asString()).isEqualTo(known.asString());
        MailSink.letter(ada.email(), "Choose a new password");
        await().untilAsserted(() ->
                assertThat(stored("select count(*) from recovery_wish")).isEqualTo("0"));
    }

    @Test
    void theCodeFromTheLetterBuysANewPasswordAndEndsAllSessions() {
        var ada = AuthApi.signedUp();
        var other = SignedIn.of(AuthApi.login(ada.email(), PASSWORD));
        forgot(ada.email());
        var code = MailSink.letter(ada.email(), "Choose a new password").code();

        reset(code, NEW_PASSWORD).then().statusCode(204);

        AuthApi.login(ada.email(), PASSWORD).then().statusCode(401);
        AuthApi.login(ada.email(), NEW_PASSWORD).then().statusCode(200).body("user.emailVerified", equalTo(true));
        AuthApi.refresh(ada.refreshToken()).then().statusCode(401);
        AuthApi.refresh(other.refreshToken()).then().statusCode(401);
        await().untilAsserted(() -> AuthApi.me(ada.accessToken()).then().statusCode(401));
        MailSink.letter(ada.email(), "Your password was changed");
        reset(code, "another one entirely").then().statusCode(422).body("code", equalTo("proof_invalid"));
        assertThat(events(ada))
                .contains("password-reset-requested")
                .contains("password-changed")
                .contains("email-verified");
    }

    @Test
    void aCodeIsTooOldAfterAnHour() {
        var ada = AuthApi.signedUp();
        forgot(ada.email());
        var code = MailSink.letter(ada.email(), "Choose a new password").code();
        change("update mailed_proof set expires_at = now() where account_id = '%s'", ada.userId());

        reset(code, NEW_PASSWORD).then().statusCode(422).body("code", equalTo("proof_invalid"));
        AuthApi.login(ada.email(), PASSWORD).then().statusCode(200);
    }

    @Test
    void aCodeForTheAddressIsNoneForThePassword() {
        var ada = AuthApi.signedUp();
        var code = MailSink.letter(ada.email(), "Confirm").code();

        reset(code, NEW_PASSWORD).then().statusCode(422).body("code", equalTo("proof_invalid"));
    }

    @Test
    void aWeakNewPasswordUsesUpNothing() {
        var ada = AuthApi.signedUp();
        forgot(ada.email());
        var code = MailSink.letter(ada.email(), "Choose a new password").code();

        reset(code, "password1").then().statusCode(422).body("code", equalTo("password_too_common"));
        reset(code, ada.email()).then().statusCode(422).body("code", equalTo("password_too_common"));
        reset(code, NEW_PASSWORD).then().statusCode(204);
    }

    @Test
    void nobodyIsFloodedWithLetters() {
        var ada = AuthApi.signedUp();

        for (int wish = 1; wish <= 5; wish++) {
            forgot(ada.email()).then().statusCode(202);
            await().until(() -> stored("select count(*) from recovery_wish").equals("0"));
        }

        assertThat(stored(
                        "select count(*) from letter where account_id = '%s' and kind = 'reset_password'",
                        ada.userId()))
                .isEqualTo("3");
    }

    @Test
    void changingThePasswordKeepsThisSessionAndEndsTheOthers() {
        var ada = AuthApi.signedUp();
        var other = SignedIn.of(AuthApi.login(ada.email(), PASSWORD));

        changePassword(ada, PASSWORD, NEW_PASSWORD).then().statusCode(204);

        AuthApi.me(ada.accessToken()).then().statusCode(200);
        AuthApi.refresh(other.refreshToken()).then().statusCode(401);
        AuthApi.refresh(ada.refreshToken()).then().statusCode(200);
        AuthApi.login(ada.email(), NEW_PASSWORD).then().statusCode(200);
        MailSink.letter(ada.email(), "Your password was changed");
    }

    @ParameterizedTest
    @CsvSource({
        "a wrong password,seven quiet owls on a wire,password_wrong,/currentPassword",
        "correct horse battery staple,password1,password_too_common,/newPassword",
        "correct horse battery staple,short,invalid_request,/newPassword"
    })
    void aWrongChangeIsRefusedAndChangesNothing(String current, String wanted, String code, String pointer) {
        var ada = AuthApi.signedUp();

        var answer = changePassword(ada, current, wanted);

        answer.then().statusCode(422).body("code", equalTo(code)).body("errors[0].pointer", equalTo(pointer));
        AuthApi.login(ada.email(), PASSWORD).then().statusCode(200);
    }

    @Test
    void aHashOfAnotherCostIsMadeAnewAtTheNextLogin() {
        var ada = AuthApi.signedUp();
        change(
                "update account set password_hash = '%s' where id = '%s'",
                at.favre.lib.crypto.bcrypt.BCrypt.withDefaults().hashToString(4, PASSWORD.toCharArray()), ada.userId());

        AuthApi.login(ada.email(), PASSWORD).then().statusCode(200);

        assertThat(stored("select password_hash from account where id = '%s'", ada.userId()))
                .startsWith("$2a$06$");
        AuthApi.login(ada.email(), PASSWORD).then().statusCode(200);
    }

    private static Response forgot(String email) {
        return AuthApi.post(
                "password/forgot", new JsonObject().put("email", email).encode());
    }

    private static Response reset(String code, String password) {
        return AuthApi.post(
                "password/reset",
                new JsonObject().put("token", code).put("password", password).encode());
    }

    private static Response changePassword(SignedIn person, String current, String wanted) {
        return given().header("Authorization", "Bearer " + person.accessToken())
                .contentType("application/json")
                .body(new JsonObject()
                        .put("currentPassword", current)
                        .put("newPassword", wanted)
                        .encode())
                .post("/api/v1/auth/password/change");
    }

    private static String events(SignedIn person) {
        return stored("select string_agg(type, ' ') from outbox where workspace_id = '%s'", person.workspaceId());
    }
}
