package io.posthorn.auth.secondfactor;

import static io.posthorn.auth.AuthApi.PASSWORD;
import static io.posthorn.auth.OAuthApi.answer;
import static io.posthorn.auth.OAuthApi.registered;
import static io.posthorn.auth.OAuthApi.request;
import static io.posthorn.auth.OAuthApi.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.posthorn.auth.ApiKeyApi;
import io.posthorn.auth.AuthApi;
import io.posthorn.auth.AuthApi.SignedIn;
import io.posthorn.auth.MailSink;
import io.posthorn.auth.OAuthApi;
import io.posthorn.auth.OAuthApi.Browser;
import io.posthorn.testkit.PosthornStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pages of the OAuth provider are no way around a second factor. */
@QuarkusTest
@QuarkusTestResource(value = PosthornStores.class, initArgs = @ResourceArg(name = "service", value = "auth"))
@QuarkusTestResource(MailSink.class)
class BrowserSecondFactorIT {
    private static final Pattern CHALLENGE = Pattern.compile("name=\"challenge\" value=\"([^\"]+)\"");

    @Test
    void aBrowserShowsPasswordAndCode() {
        var ada = AuthApi.signedUp();
        var shop = registered(ada);
        var recoveryCode = enrolled(ada);
        var browser = new Browser();

        var asked = browser.submit(
                "login",
                Map.of("ticket", ticket(browser.open(request(shop))), "email", ada.email(), "password", PASSWORD));
        asked.then().statusCode(200).body(containsString("one-time-code"));
        assertThat(browser.cookies()).doesNotContainKey("posthorn-session");
        var wrong = browser.submit("code", form(asked, "000000"));
        wrong.then().statusCode(401).body(containsString("role=\"alert\""));
        var entered = browser.submit("code", form(wrong, recoveryCode));

        entered.then().statusCode(303);
        var back = browser.decide(browser.openAt(OAuthApi.path(entered.header("Location"))), "allow");
        assertThat(answer(back)).containsKey("code");
    }

    private static Map<String, String> form(Response page, String code) {
        var challenge = CHALLENGE.matcher(page.asString());
        assertThat(challenge.find()).isTrue();
        return Map.of("ticket", ticket(page), "challenge", challenge.group(1), "code", code);
    }

    private static String enrolled(SignedIn person) {
        var prepared = post(person, "totp", new JsonObject().put("password", PASSWORD));
        var code = Authenticator.of(prepared.jsonPath().getString("secret")).code(Instant.now());
        return post(person, "totp/confirm", new JsonObject().put("code", code))
                .jsonPath()
                .getString("recoveryCodes[0]");
    }

    private static Response post(SignedIn person, String path, JsonObject body) {
        return ApiKeyApi.as(person.accessToken())
                .contentType("application/json")
                .body(body.encode())
                .post("/api/v1/auth/mfa/" + path);
    }
}
