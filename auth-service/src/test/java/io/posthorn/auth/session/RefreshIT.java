package io.posthorn.auth.session;

import static io.posthorn.auth.AuthApi.change;
import static io.posthorn.auth.AuthApi.stored;
import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.posthorn.auth.AuthApi;
import io.posthorn.auth.AuthApi.SignedIn;
import io.posthorn.testkit.PosthornStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = PosthornStores.class, initArgs = @ResourceArg(name = "service", value = "auth"))
class RefreshIT {
    @Test
    void aRefreshTokenIsExchangedForTheNextPair() {
        var ada = AuthApi.signedUp();

        var second = AuthApi.refresh(ada.refreshToken());

        second.then().statusCode(200).body("expiresIn", equalTo(900));
        assertThat(refreshToken(second)).isNotEqualTo(ada.refreshToken());
        AuthApi.me(accessToken(second)).then().statusCode(200).body("user.email", equalTo(ada.email()));
        assertThat(AuthApi.claims(accessToken(second)).getString("sid"))
                .isEqualTo(ada.sessionId().toString());
        AuthApi.refresh(refreshToken(second)).then().statusCode(200);
    }

    @Test
    void aLostAnswerIsRepeated() {
        var ada = AuthApi.signedUp();
        var first = AuthApi.refresh(ada.refreshToken());

        var again = AuthApi.refresh(ada.refreshToken());

        again.then().statusCode(200);
        assertThat(refreshToken(again)).isEqualTo(refreshToken(first));
        assertThat(accessToken(again)).isEqualTo(accessToken(first));
        AuthApi.refresh(refreshToken(again)).then().statusCode(200);
    }

    @Test
    void duplicatesAtOnceGetOneAnswer() throws Exception {
        var ada = AuthApi.signedUp();

        var answers = atOnce(8, ada);

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
        assertThat(answers.stream().map(RefreshIT::refreshToken).distinct()).hasSize(1);
        assertThat(answers.stream().map(RefreshIT::accessToken).distinct()).hasSize(1);
        assertThat(stored("select count(*) from refresh_token where session_id = '%s'", ada.sessionId()))
                .isEqualTo("2");
    }

    @Test
    void aTokenThatComesBackAfterTheGraceEndsTheFamily() {
        var ada = AuthApi.signedUp();
        var current = AuthApi.refresh(ada.refreshToken());
        usedLongAgo(ada);

        var reuse = AuthApi.refresh(ada.refreshToken());

        reuse.then().statusCode(401).body("code", equalTo("refresh_token_invalid"));
        AuthApi.refresh(refreshToken(current)).then().statusCode(401);
        AuthApi.me(accessToken(current)).then().statusCode(401);
        assertThat(revocations(ada)).isEqualTo("token_reuse");
        AuthApi.login(ada.email(), AuthApi.PASSWORD).then().statusCode(200);
    }

    @Test
    void reuseEndsItsOwnSessionOnly() {
        var phone = AuthApi.signedUp();
        var laptop = SignedIn.of(AuthApi.login(phone.email(), AuthApi.PASSWORD));
        AuthApi.refresh(phone.refreshToken()).then().statusCode(200);
        usedLongAgo(phone);

        AuthApi.refresh(phone.refreshToken()).then().statusCode(401);

        AuthApi.refresh(laptop.refreshToken()).then().statusCode(200);
    }

    @Test
    void sealedAnswersAreForgottenAfterTheGrace() {
        var ada = AuthApi.signedUp();
        AuthApi.refresh(ada.refreshToken()).then().statusCode(200);
        assertThat(sealedAnswers(ada)).isEqualTo("1");

        usedLongAgo(ada);

        await().untilAsserted(() -> assertThat(sealedAnswers(ada)).isEqualTo("0"));
    }

    @Test
    void theTokenOfAnIdleSessionExpires() {
        var ada = AuthApi.signedUp();
        change(
                "update refresh_token set expires_at = now() - interval '1 second' where session_id = '%s'",
                ada.sessionId());

        AuthApi.refresh(ada.refreshToken()).then().statusCode(401);

        assertThat(revocations(ada)).isNull();
    }

    @Test
    void refreshingDoesNotCarryASessionPastItsEnd() {
        var ada = AuthApi.signedUp();
        change("update session set ends_at = now() + interval '1 hour' where id = '%s'", ada.sessionId());

        AuthApi.refresh(ada.refreshToken()).then().statusCode(200);

        assertThat(stored(
                        "select count(*) from refresh_token t join session s on s.id = t.session_id where s.id = '%s' and t.used_at is null and t.expires_at = s.ends_at",
                        ada.sessionId()))
                .isEqualTo("1");
    }

    @Test
    void anEndedSessionIsRefusedAndItsRowsGo() {
        var ada = AuthApi.signedUp();
        change("update session set ends_at = now() - interval '1 second' where id = '%s'", ada.sessionId());

        AuthApi.refresh(ada.refreshToken()).then().statusCode(401);

        await().untilAsserted(() -> assertThat(stored(
                        "select (select count(*) from session where id = '%1$s') + (select count(*) from refresh_token where session_id = '%1$s')",
                        ada.sessionId()))
                .isEqualTo("0"));
    }

    @Test
    void theRoleIsReadAnew() {
        var ada = AuthApi.signedUp();
        change("update membership set role = 'viewer' where account_id = '%s'", ada.userId());

        var next = AuthApi.refresh(ada.refreshToken());

        assertThat(AuthApi.claims(accessToken(next)).getJsonArray("roles").getList())
                .isEqualTo(List.of("viewer"));
    }

    @Test
    void afterLogoutNothingOfTheSessionWorks() {
        var ada = AuthApi.signedUp();

        AuthApi.logout(ada.accessToken()).then().statusCode(204);

        AuthApi.refresh(ada.refreshToken()).then().statusCode(401);
        AuthApi.me(ada.accessToken()).then().statusCode(401);
        assertThat(AuthApi.logout(ada.accessToken()).statusCode()).isIn(204, 401);
        assertThat(revocations(ada)).isEqualTo("logout");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "phr_", "phr_####", "eyJhbGciOiJub25lIn0.e30.", "phr_\\u0000"})
    void whatIsNoTokenOfOursIsRefused(String text) {
        AuthApi.post("refresh", "{\"refreshToken\":\"%s\"}".formatted(text))
                .then()
                .statusCode(401);
    }

    @Test
    void aRandomTokenIsRefused() {
        AuthApi.refresh("phr_" + "A".repeat(64)).then().statusCode(401).body("code", equalTo("refresh_token_invalid"));
    }

    @Test
    void aMissingTokenIsNamed() {
        AuthApi.post("refresh", "{}").then().statusCode(422).body("errors[0].pointer", equalTo("/refreshToken"));
    }

    @Test
    void logoutNeedsAToken() {
        AuthApi.logout("nonsense").then().statusCode(401).contentType("application/problem+json");
    }

    private static void usedLongAgo(SignedIn person) {
        change(
                "update refresh_token set used_at = used_at - interval '31 seconds' where session_id = '%s' and used_at is not null",
                person.sessionId());
    }

    private static String revocations(SignedIn person) {
        return stored(
                "select string_agg(payload->>'reason', ',') from outbox where workspace_id = '%s' and type = 'posthorn.auth.session-revoked'",
                person.workspaceId());
    }

    private static String sealedAnswers(SignedIn person) {
        return stored("select count(sealed_answer) from refresh_token where session_id = '%s'", person.sessionId());
    }

    private static String refreshToken(Response answer) {
        return answer.jsonPath().getString("refreshToken");
    }

    private static String accessToken(Response answer) {
        return answer.jsonPath().getString("accessToken");
    }

    private static List<Response> atOnce(int times, SignedIn person) throws Exception {
        try (var threads = Executors.newFixedThreadPool(times)) {
            var calls = IntStream.range(0, times)
                    .<java.util.concurrent.Callable<Response>>mapToObj(
                            each -> () -> AuthApi.refresh(person.refreshToken()))
                    .toList();
            return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }
}
