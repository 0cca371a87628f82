package io.posthorn.auth.verification;

import static io.posthorn.auth.AuthApi.change;
import static io.posthorn.auth.AuthApi.stored;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.posthorn.auth.AuthApi;
import io.posthorn.auth.MailSink;
import io.posthorn.testkit.PosthornStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = PosthornStores.class, initArgs = @ResourceArg(name = "service", value = "auth"))
@QuarkusTestResource(MailSink.class)
class VerificationIT {
    @Test
    void theCodeFromTheLetterVerifiesTheAddressOnce() {
        var ada = AuthApi.signedUp();
        AuthApi.me(ada.accessToken()).then().body("user.emailVerified", equalTo(false));
        var code = MailSink.letter(ada.email(), "Confirm").code();

        verify(code).then().statusCode(204);

        AuthApi.me(ada.accessToken()).then().body("user.emailVerified", equalTo(true));
        verify(code).then().statusCode(422).body("code", equalTo("proof_invalid"));
        assertThat(stored(
                        "select count(*) from outbox where workspace_id = '%s' and type ="
                                + " 'posthorn.auth.email-verified'",
                        ada.workspaceId()))
                .isEqualTo("1");
    }

    @Test
    void aCodeIsTooOldAfterADay() {
        var ada = AuthApi.signedUp();
        var code = MailSink.letter(ada.email(), "Confirm").code();
        change("update mailed_proof set expires_at = now() where account_id = '%s'", ada.userId());

        verify(code).then().statusCode(422).body("code", equalTo("proof_invalid"));
        AuthApi.me(ada.accessToken()).then().body("user.emailVerified", equalTo(false));
    }

    @Test
    void onlyTheNewestCodeIsGood() {
        var ada = AuthApi.signedUp();
        var first = MailSink.letter(ada.email(), "Confirm").code();

        resend(ada.accessToken()).then().statusCode(202);

        io.posthorn.testkit.Patience.await()
                .until(() -> MailSink.to(ada.email()).size() == 2);
        verify(first).then().statusCode(422);
        verify(MailSink.letter(ada.email(), "Confirm").code()).then().statusCode(204);
        resend(ada.accessToken()).then().statusCode(202);
        assertThat(stored("select count(*) from letter where account_id = '%s'", ada.userId()))
                .isEqualTo("2");
    }

    @Test
    void nobodyIsFloodedWithLetters() {
        var ada = AuthApi.signedUp();
        for (int letter = 2; letter <= 5; letter++) {
            resend(ada.accessToken()).then().statusCode(202);
        }

        var sixth = resend(ada.accessToken());

        sixth.then().statusCode(429).body("code", equalTo("rate_limited"));
        assertThat(sixth.header("Retry-After")).isNotNull();
    }

    @Test
    void theCodeIsStoredAsAHash() {
        var ada = AuthApi.signedUp();
        var code = MailSink.letter(ada.email(), "Confirm").code();

        var everything = stored("""
                select concat((select string_agg(t::text, '') from mailed_proof t), (select string_agg(t::text, '') from letter t),
                    (select string_agg(t::text, '') from outbox t))""");

        assertThat(everything).doesNotContain(code).doesNotContain(code.substring(30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "phm_", "x", "phm_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void whatIsNoCodeIsRefusedAlike(String code) {
        verify(code).then().statusCode(422).body("code", equalTo("proof_invalid"));
    }

    private static Response verify(String code) {
        return AuthApi.post("email/verify", "{\"token\":\"%s\"}".formatted(code));
    }

    private static Response resend(String accessToken) {
        return given().header("Authorization", "Bearer " + accessToken).post("/api/v1/auth/email/resend");
    }
}
