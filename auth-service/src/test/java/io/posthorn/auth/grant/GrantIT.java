package io.posthorn.auth.grant;

import static io.posthorn.auth.AuthApi.change;
import static io.posthorn.auth.AuthApi.claims;
import static io.posthorn.auth.AuthApi.part;
import static io.posthorn.auth.OAuthApi.CALLBACK;
import static io.posthorn.auth.OAuthApi.VERIFIER;
import static io.posthorn.auth.OAuthApi.ask;
import static io.posthorn.auth.OAuthApi.isActive;
import static io.posthorn.auth.OAuthApi.redeem;
import static io.posthorn.auth.OAuthApi.refresh;
import static io.posthorn.auth.OAuthApi.registered;
import static io.posthorn.auth.OAuthApi.request;
import static io.posthorn.auth.OAuthApi.token;
import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.posthorn.auth.ApiKeyApi;
import io.posthorn.auth.AuthApi;
import io.posthorn.auth.AuthApi.SignedIn;
import io.posthorn.auth.OAuthApi;
import io.posthorn.auth.OAuthApi.Browser;
import io.posthorn.auth.OAuthApi.Registered;
import io.posthorn.testkit.PosthornStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = PosthornStores.class, initArgs = @ResourceArg(name = "service", value = "auth"))
class GrantIT {
    private record Given(SignedIn person, Registered application, Response tokens) {
        String access() {
            return tokens.jsonPath().getString("access_token");
        }

        String refresh() {
            return tokens.jsonPath().getString("refresh_token");
        }
    }

    @Test
    void aCodeBecomesTokensThatSayForWhomTheyAre() {
        var given = given();

        given.tokens()
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("token_type", equalTo("Bearer"))
                .body("expires_in", equalTo(900))
                .body("refresh_token", startsWith("pho_"))
                .body("scope", equalTo("openid profile email offline_access messages:write"));
        var access = claims(given.access());
        assertThat(part(given.access(), 0).getString("typ")).isEqualTo("at+jwt");
        assertThat(access.getString("iss")).isEqualTo("http://localhost:8080");
        assertThat(access.getString("aud")).isEqualTo("posthorn");
        assertThat(access.getString("client_id"))
                .isEqualTo(given.application().id().toString());
        assertThat(access.getString("sub")).isEqualTo(given.person().userId().toString());
        assertThat(access.getJsonArray("roles").getList()).isEqualTo(List.of("agent"));
        var idToken = given.tokens().jsonPath().getString("id_token");
        var who = claims(idToken);
        assertThat(part(idToken, 0).getString("typ")).isEqualTo("JWT");
        assertThat(who.getString("aud")).isEqualTo(given.application().id().toString());
        assertThat(who.getString("sub")).isEqualTo(given.person().userId().toString());
        assertThat(who.getString("nonce")).isEqualTo("nonce-1");
        assertThat(who.getLong("auth_time")).isNotNull();
    }

    @Test
    void theAccessTokenNamesThePersonAndOpensNothingOfTheirAccount() {
        var given = given();

        ApiKeyApi.as(given.access())
                .get("/oauth2/userinfo")
                .then()
                .statusCode(200)
                .body("sub", equalTo(given.person().userId().toString()))
                .body("name", equalTo("Ada Lovelace"))
                .body("email", equalTo(given.person().email()));
        AuthApi.me(given.access()).then().statusCode(401);
        AuthApi.me(given.tokens().jsonPath().getString("id_token")).then().statusCode(401);
        ApiKeyApi.as(given.access()).get("/api/v1/applications").then().statusCode(403);
        ApiKeyApi.as(given.person().accessToken())
                .get("/oauth2/userinfo")
                .then()
                .statusCode(403);
    }

    @Test
    void aCodeThatComesTwiceEndsAllThatCameOfIt() {
        var ada = AuthApi.signedUp();
        var shop = registered(ada);
        var code = new Browser().code(request(shop), ada);
        var first = redeem(shop, code);
        first.then().statusCode(200);

        var second = redeem(shop, code);

        second.then().statusCode(400).body("error", equalTo("invalid_grant")).body("access_token", nullValue());
        refresh(shop, first.jsonPath().getString("refresh_token")).then().statusCode(400);
        assertThat(isActive(shop, first.jsonPath().getString("access_token"))).isFalse();
        await().untilAsserted(() -> ApiKeyApi.as(first.jsonPath().getString("access_token"))
                .get("/oauth2/userinfo")
                .then()
                .statusCode(401));
    }

    @Test
    void aRefreshTokenIsGoodOnceAndEndsEverythingWhenItComesAgain() {
        var given = given();

        var next = refresh(given.application(), given.refresh());

        next.then().statusCode(200);
        var successor = next.jsonPath().getString("refresh_token");
        assertThat(successor).startsWith("pho_").isNotEqualTo(given.refresh());
        assertThat(claims(next.jsonPath().getString("id_token")).getString("nonce"))
                .isNull();
        refresh(given.application(), given.refresh()).then().statusCode(400).body("error", equalTo("invalid_grant"));
        refresh(given.application(), successor).then().statusCode(400);
        assertThat(isActive(given.application(), next.jsonPath().getString("access_token")))
                .isFalse();
    }

    @Test
    void aRefreshMayAskForLessAndNeverForMore() {
        var given = given();

        var less = token(
                given.application(),
                Map.of("grant_type", "refresh_token", "refresh_token", given.refresh(), "scope", "messages:write"));
        var more = token(
                given.application(),
                Map.of(
                        "grant_type",
                        "refresh_token",
                        "refresh_token",
                        less.jsonPath().getString("refresh_token"),
                        "scope",
                        "messages:write contacts:read"));

        less.then().statusCode(200).body("scope", equalTo("messages:write")).body("id_token", nullValue());
        more.then().statusCode(400).body("error", equalTo("invalid_scope"));
        refresh(given.application(), less.jsonPath().getString("refresh_token"))
                .then()
                .statusCode(200)
                .body("scope", equalTo("openid profile email offline_access messages:write"));
    }

    @Test
    void withoutOfflineAccessThereIsNoRefreshToken() {
        var ada = AuthApi.signedUp();
        var shop = registered(ada);
        var request = request(shop);
        request.put("scope", "messages:write");

        var answer = redeem(shop, new Browser().code(request, ada));

        answer.then().statusCode(200).body("refresh_token", nullValue()).body("id_token", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "code_verifier, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, invalid_grant",
        "code_verifier, short, invalid_grant",
        "redirect_uri, https://shop.example/other, invalid_grant",
        "code, phg_nothing, invalid_grant",
        "code_verifier, '', invalid_request",
        "redirect_uri, '', invalid_request",
        "grant_type, password, unsupported_grant_type",
    })
    void aCodeIsGoodOnlyAsItWasAgreed(String parameter, String value, String error) {
        var ada = AuthApi.signedUp();
        var shop = registered(ada);
        var code = new Browser().code(request(shop), ada);
        var form = new java.util.HashMap<>(Map.of(
                "grant_type", "authorization_code", "code", code, "redirect_uri", CALLBACK, "code_verifier", VERIFIER));
        form.put(parameter, value);

        token(shop, form).then().statusCode(400).body("error", equalTo(error));

        redeem(shop, code).then().statusCode(200);
    }

    @Test
    void aCodeThatIsTooOldIsRefused() {
        var ada = AuthApi.signedUp();
        var shop = registered(ada);
        var code = new Browser().code(request(shop), ada);

        change("update authorization_code set expires_at = now() where grant_id in "
                + "(select id from application_grant where application_id = '" + shop.id() + "')");

        redeem(shop, code).then().statusCode(400).body("error", equalTo("invalid_grant"));
    }

    @Test
    void anotherApplicationGainsNothingFromStolenOnes() {
        var given = given();
        var thief = registered(given.person());
        var stranger = registered(AuthApi.signedUp());
        var code = new Browser().code(request(given.application()), given.person());

        for (var other : List.of(thief, stranger)) {
            redeem(other, code).then().statusCode(400).body("error", equalTo("invalid_grant"));
            refresh(other, given.refresh()).then().statusCode(400).body("error", equalTo("invalid_grant"));
            ask("revoke", other, Map.of("token", given.refresh())).then().statusCode(200);
            ask("revoke", other, Map.of("token", given.access())).then().statusCode(200);
            assertThat(isActive(other, given.refresh())).isFalse();
            assertThat(isActive(other, given.access())).isFalse();
        }
        assertThat(isActive(given.application(), given.access())).isTrue();
        assertThat(isActive(given.application(), given.refresh())).isTrue();
        redeem(given.application(), code).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void whatIsGivenBackIsEnded(boolean refreshToken) {
        var given = given();

        ask("revoke", given.application(), Map.of("token", refreshToken ? given.refresh() : given.access()))
                .then()
                .statusCode(200);

        assertThat(isActive(given.application(), given.access())).isFalse();
        assertThat(isActive(given.application(), given.refresh())).isFalse();
        refresh(given.application(), given.refresh()).then().statusCode(400);
        await().untilAsserted(() ->
                ApiKeyApi.as(given.access()).get("/oauth2/userinfo").then().statusCode(401));
    }

    @Test
    void anApplicationActsAlone() {
        var ada = AuthApi.signedUp();
        var shop = registered(ada);

        var answer = token(shop, Map.of("grant_type", "client_credentials"));

        answer.then().statusCode(200).body("scope", equalTo("messages:write")).body("refresh_token", nullValue());
        var access = answer.jsonPath().getString("access_token");
        assertThat(claims(access).getString("sub")).isEqualTo(shop.id().toString());
        assertThat(claims(access).getString("workspace"))
                .isEqualTo(ada.workspaceId().toString());
        assertThat(isActive(shop, access)).isTrue();
        token(shop, Map.of("grant_type", "client_credentials", "scope", "openid"))
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_scope"));
        ask("revoke", shop, Map.of("token", access)).then().statusCode(200);
        await().until(() -> !isActive(shop, access));
        assertThat(isActive(
                        shop,
                        token(shop, Map.of("grant_type", "client_credentials"))
                                .jsonPath()
                                .getString("access_token")))
                .isTrue();
    }

    @Test
    void whoDoesNotProveItselfGetsNothing() {
        var ada = AuthApi.signedUp();
        var shop = registered(ada);
        var phone = registered(ada, OAuthApi.aPublicApplication());
        var form = Map.of("grant_type", "client_credentials");

        token(new Registered(shop.id(), "wrong"), form)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Basic"))
                .body("error", equalTo("invalid_client"));
        token(new Registered(shop.id(), null), form).then().statusCode(401);
        token(new Registered(UUID.randomUUID(), shop.secret()), form).then().statusCode(401);
        token(new Registered(phone.id(), "anything"), form).then().statusCode(401);
        token(phone, form).then().statusCode(400).body("error", equalTo("unauthorized_client"));
        ask("introspect", phone, Map.of("token", "x")).then().statusCode(401);
        io.restassured.RestAssured.given()
                .contentType("application/x-www-form-urlencoded")
                .formParam("grant_type", "client_credentials")
                .formParam("client_secret", shop.secret())
                .auth()
                .preemptive()
                .basic(shop.id().toString(), shop.secret())
                .post("/oauth2/token")
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_request"));
    }

    @Test
    void aPublicApplicationNeedsOnlyItsVerifier() {
        var ada = AuthApi.signedUp();
        var phone = registered(ada, OAuthApi.aPublicApplication());

        var tokens = redeem(phone, new Browser().code(request(phone), ada));
        var next = refresh(phone, tokens.jsonPath().getString("refresh_token"));

        tokens.then().statusCode(200);
        next.then().statusCode(200);
    }

    @Test
    void whoTakesTheirConsentBackIsRidOfTheApplication() {
        var given = given();
        var me = ApiKeyApi.as(given.person().accessToken());

        me.get("/api/v1/auth/applications")
                .then()
                .statusCode(200)
                .body("data.size()", equalTo(1))
                .body("data[0].id", equalTo(given.application().id().toString()));
        ApiKeyApi.as(given.person().accessToken())
                .delete("/api/v1/auth/applications/" + given.application().id())
                .then()
                .statusCode(204);

        refresh(given.application(), given.refresh()).then().statusCode(400);
        assertThat(isActive(given.application(), given.access())).isFalse();
        ApiKeyApi.as(given.person().accessToken())
                .delete("/api/v1/auth/applications/" + given.application().id())
                .then()
                .statusCode(404);
    }

    @Test
    void discoveryNamesWhatIsThere() {
        for (var document : List.of("openid-configuration", "oauth-authorization-server")) {
            io.restassured.RestAssured.given()
                    .get("/.well-known/" + document)
                    .then()
                    .statusCode(200)
                    .body("issuer", equalTo("http://localhost:8080"))
                    .body("token_endpoint", equalTo("http://localhost:8080/oauth2/token"))
                    .body("code_challenge_methods_supported", equalTo(List.of("S256")))
                    .body("jwks_uri", equalTo("http://localhost:8080/.well-known/jwks.json"))
                    .body("authorization_response_iss_parameter_supported", equalTo(true));
        }
    }

    private static Given given() {
        var ada = AuthApi.signedUp();
        var shop = registered(ada);
        return new Given(ada, shop, redeem(shop, new Browser().code(request(shop), ada)));
    }
}
