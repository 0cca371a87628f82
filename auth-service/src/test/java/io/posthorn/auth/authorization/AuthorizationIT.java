package io.posthorn.auth.authorization;

import static io.posthorn.auth.AuthApi.stored;
import static io.posthorn.auth.OAuthApi.answer;
import static io.posthorn.auth.OAuthApi.registered;
import static io.posthorn.auth.OAuthApi.request;
import static io.posthorn.auth.OAuthApi.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.posthorn.auth.AuthApi;
import io.posthorn.auth.OAuthApi;
import io.posthorn.auth.OAuthApi.Browser;
import io.posthorn.testkit.PosthornStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = PosthornStores.class, initArgs = @ResourceArg(name = "service", value = "auth"))
class AuthorizationIT {
    @Test
    void aPersonLogsInSaysYesAndTheApplicationGetsACode() {
        var ada = AuthApi.signedUp();
        var shop = registered(ada);
        var browser = new Browser();

        var page = browser.logIn(request(shop), ada);
        var back = browser.decide(page, "allow");

        page.then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("form-action 'self' https://shop.example"))
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(containsString("Shop &lt;b&gt;"))
                .body(containsString("Engines Ltd"))
                .body(containsString("change messages"));
        assertThat(back.header("Location")).startsWith(OAuthApi.CALLBACK + "&");
        assertThat(answer(back))
                .containsEntry("state", "state & more")
                .containsEntry("iss", "http://localhost:8080")
                .hasEntrySatisfying("code", code -> assertThat(code).startsWith("phg_"));
    }

    @Test
    void thePagesNeedNoScriptAndTheCookieIsForNobodyElse() {
        var ada = AuthApi.signedUp();
        var shop = registered(ada);
        var browser = new Browser();

        var loginPage = browser.open(request(shop));
        var loggedIn = browser.submit(
                "login", Map.of("ticket", ticket(loginPage), "email", ada.email(), "password", AuthApi.PASSWORD));

        assertThat(loginPage.asString()).doesNotContainIgnoringCase("<script").contains("autocomplete=\"username\"");
        assertThat(loggedIn.headers().getValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("posthorn-session="))
                .singleElement()
                .asString()
                .contains("HttpOnly")
                .containsIgnoringCase("SameSite=Lax");
        browser.openAt("/oauth2/pages.css").then().statusCode(200).contentType("text/css");
    }

    @ParameterizedTest
    @CsvSource({"ar, rtl", "es-MX, ltr", "pt-BR, ltr", "xx, ltr"})
    void thePagesSpeakTheLanguageOfTheBrowser(String language, String direction) {
        var ada = AuthApi.signedUp();
        var shop = registered(ada);
        var browser = new Browser(language);

        var loginPage = browser.open(request(shop));
        var consentPage = browser.logIn(request(shop), ada);

        loginPage.then().statusCode(200).body(containsString("dir=\"%s\"".formatted(direction)));
        consentPage.then().statusCode(200).body(containsString("dir=\"%s\"".formatted(direction)));
    }

    @Test
    void aNoIsToldToTheApplication() {
        var ada = AuthApi.signedUp();
        var shop = registered(ada);
        var browser = new Browser();

        var back = browser.decide(browser.logIn(request(shop), ada), "deny");

        assertThat(answer(back)).containsEntry("error", "access_denied").doesNotContainKey("code");
        assertThat(stored("select count(*) from application_grant where application_id = '%s'", shop.id()))
                .isEqualTo("0");
    }

    @Test
    void wrongCredentialsAskAgainAndSayNoMore() {
        var ada = AuthApi.signedUp();
        var shop = registered(ada);
        var browser = new Browser();

        var wrongPassword = browser.submit(
                "login",
                Map.of("ticket", ticket(browser.open(request(shop))), "email", ada.email(), "password", "wrong"));
        var unknown = browser.submit(
                "login",
                Map.of("ticket", ticket(wrongPassword), "email", AuthApi.anAddress(), "password", AuthApi.PASSWORD));

        wrongPassword.then().statusCode(401).body(containsString("role=\"alert\""));
        unknown.then().statusCode(401).body(containsString("role=\"alert\""));
        assertThat(browser.cookies()).doesNotContainKey("posthorn-session");
    }

    @Test
    void aStrangersFormDoesNothing() {
        var ada = AuthApi.signedUp();
        var eve = AuthApi.signedUp();
        var shop = registered(ada);
        var adas = new Browser();
        var eves = new Browser();
        adas.logIn(request(shop), ada);
        var evesPage = eves.open(request(registered(eve)));

        var consent = adas.submit(
                "consent", Map.of("ticket", ticket(eves.logIn(request(registered(eve)), eve)), "decision", "allow"));
        var login = new Browser()
                .submit(
                        "login",
                        Map.of("ticket", ticket(evesPage), "email", eve.email(), "password", AuthApi.PASSWORD));
        var nothing = adas.submit("consent", Map.of("decision", "allow"));

        consent.then().statusCode(400);
        login.then().statusCode(400);
        nothing.then().statusCode(400);
        assertThat(stored(
                        "select count(*) from application_grant where account_id in ('%s', '%s')",
                        ada.userId(), eve.userId()))
                .isEqualTo("0");
    }

    @Test
    void onlyMembersCanLetAnApplicationIn() {
        var ada = AuthApi.signedUp();
        var eve = AuthApi.signedUp();
        var browser = new Browser();

        var page = browser.logIn(request(registered(ada)), eve);

        page.then().statusCode(401).body(containsString("not a member"));
    }

    @Test
    void whoAsksFromAnUnknownAddressIsToldNothing() {
        var shop = registered(AuthApi.signedUp());
        var elsewhere = request(shop);
        elsewhere.put("redirect_uri", OAuthApi.CALLBACK + "&more=1");
        var unknown = request(shop);
        unknown.put("client_id", UUID.randomUUID().toString());
        var twice = "/oauth2/authorize?" + OAuthApi.encoded(request(shop)) + "&redirect_uri=https%3A%2F%2Fevil.example";

        new Browser().open(elsewhere).then().statusCode(400).contentType("text/html");
        new Browser().open(unknown).then().statusCode(400).contentType("text/html");
        new Browser().openAt(twice).then().statusCode(400).contentType("text/html");
        new Browser().openAt("/oauth2/authorize").then().statusCode(400).contentType("text/html");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "code_challenge, none, invalid_request",
                "code_challenge, short, invalid_request",
                "code_challenge_method, plain, invalid_request",
                "code_challenge_method, none, invalid_request",
                "response_type, token, unsupported_response_type",
                "scope, openid contacts:read, invalid_scope",
                "scope, none, invalid_request",
                "prompt, none, ''",
                "response_mode, fragment, invalid_request",
            })
    void whatIsWrongWithARequestIsToldToTheApplication(String parameter, String value, String error) {
        var request = request(registered(AuthApi.signedUp()));
        request.put(parameter, value);

        var back = new Browser().open(request);

        if (error.isEmpty()) {
            back.then().statusCode(200);
        } else {
            assertThat(answer(back)).containsEntry("error", error).containsEntry("state", "state & more");
        }
    }

    @Test
    void withoutAPageItIsToldThatOneIsNeeded() {
        var ada = AuthApi.signedUp();
        var shop = registered(ada);
        var silent = request(shop);
        silent.put("prompt", "none");
        var browser = new Browser();

        var before = answer(browser.open(silent));
        browser.logIn(request(shop), ada);
        var loggedIn = answer(browser.open(silent));
        browser.code(request(shop), ada);
        var allowed = answer(browser.open(silent));

        assertThat(before).containsEntry("error", "login_required");
        assertThat(loggedIn).containsEntry("error", "consent_required");
        assertThat(allowed).containsKey("code");
    }

    @Test
    void whatWasAllowedIsNotAskedAgainUnlessItIsMoreOrThePersonCannotKnowWhoAsks() {
        var ada = AuthApi.signedUp();
        var shop = registered(ada);
        var less = request(shop);
        less.put("scope", "openid");
        var phone = registered(ada, OAuthApi.aPublicApplication());
        var browser = new Browser();
        browser.code(less, ada);

        var same = browser.open(less);
        var more = browser.open(request(shop));
        browser.decide(browser.open(request(phone)), "allow");
        var again = browser.open(request(phone));

        assertThat(answer(same)).containsKey("code");
        more.then().statusCode(200);
        again.then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"prompt", "max_age"})
    void anApplicationMayWantThePasswordAgain(String parameter) {
        var ada = AuthApi.signedUp();
        var shop = registered(ada);
        var browser = new Browser();
        browser.code(request(shop), ada);
        var strict = request(shop);
        strict.put(parameter, parameter.equals("prompt") ? "login" : "0");

        var asked = io.posthorn.testkit.Patience.await()
                .until(() -> browser.open(strict), page -> page.statusCode() == 200);

        assertThat(asked.asString()).contains("current-password");
        var after = browser.submit(
                "login", Map.of("ticket", ticket(asked), "email", ada.email(), "password", AuthApi.PASSWORD));
        assertThat(answer(browser.openAt(OAuthApi.path(after.header("Location")))))
                .containsKey("code");
    }

    @Test
    void anEndedSessionIsNoLogin() {
        var ada = AuthApi.signedUp();
        var shop = registered(ada);
        var browser = new Browser();
        browser.logIn(request(shop), ada);

        AuthApi.logoutEverywhere(ada.accessToken()).then().statusCode(204);

        assertThat(browser.open(request(shop)).asString()).contains("current-password");
    }

    @Test
    void whoWantsAnotherAccountIsLoggedOut() {
        var ada = AuthApi.signedUp();
        var shop = registered(ada);
        var browser = new Browser();
        var page = browser.logIn(request(shop), ada);

        var next = browser.decide(page, "leave");

        assertThat(next.asString()).contains("current-password");
        assertThat(browser.open(request(shop)).asString()).contains("current-password");
    }
}
