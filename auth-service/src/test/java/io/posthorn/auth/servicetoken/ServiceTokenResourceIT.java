package io.posthorn.auth.servicetoken;

import static io.posthorn.testkit.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.posthorn.auth.AuthApi;
import io.posthorn.auth.ServiceSecrets;
import io.posthorn.testkit.PosthornStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = PosthornStores.class, initArgs = @ResourceArg(name = "service", value = "auth"))
@QuarkusTestResource(ServiceSecrets.class)
class ServiceTokenResourceIT {
    @Test
    void aServiceGetsATokenOfFiveMinutesForItsNeighbours() {
        var answer = ServiceSecrets.token("messaging", ServiceSecrets.MESSAGING);

        answer.then().statusCode(200).body("expiresIn", equalTo(300));
        var token = answer.jsonPath().getString("accessToken");
        var claims = AuthApi.claims(token);
        assertThat(AuthApi.part(token, 0).getString("typ")).isEqualTo("at+jwt");
        assertThat(claims.getString("aud")).isEqualTo("posthorn-internal");
        assertThat(claims.getString("sub")).isEqualTo("service:messaging");
        assertThat(claims.getJsonArray("roles").getList()).isEqualTo(List.of("service"));
        assertThat(claims.getLong("exp") - claims.getLong("iat")).isEqualTo(300);
        assertThat(claims.fieldNames()).doesNotContain("workspace", "sid", "scope");
    }

    @Test
    void theTokenOpensNothingThatIsMeantForPeople() {
        var token = ServiceSecrets.token("messaging", ServiceSecrets.MESSAGING)
                .jsonPath()
                .getString("accessToken");

        AuthApi.me(token).then().statusCode(403);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "messaging, wrong",
        "messaging, ''",
        "messaging, " + ServiceSecrets.GATEWAY,
        "nobody, " + ServiceSecrets.MESSAGING,
        "'', ''",
        "template, ''",
        "admin, ''",
    })
    void unknownServicesAndWrongSecretsLookAlike(String service, String secret) {
        ServiceSecrets.token(service, secret)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("unauthenticated"))
                .body("detail", equalTo("The client credentials are not valid"));
    }

    @Test
    void twoSecretsAreGoodWhileOneIsExchanged() {
        ServiceSecrets.token("media", "media-new").then().statusCode(200);
        ServiceSecrets.token("media", "media-old").then().statusCode(200);
        ServiceSecrets.token("media", "media-new,media-old").then().statusCode(401);
    }

    @Test
    void aSecretIsExchangedWithoutARestart() {
        await().untilAsserted(() ->
                ServiceSecrets.token("probe", "probe-first").then().statusCode(200));

        ServiceSecrets.writeFile("probe=probe-second,probe-first\n");
        await().untilAsserted(() ->
                ServiceSecrets.token("probe", "probe-second").then().statusCode(200));
        ServiceSecrets.token("probe", "probe-first").then().statusCode(200);

        ServiceSecrets.writeFile("probe=probe-second\n");
        await().untilAsserted(() ->
                ServiceSecrets.token("probe", "probe-first").then().statusCode(401));
        ServiceSecrets.token("probe", "probe-second").then().statusCode(200);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Basic", "Basic !", "Basic bm9jb2xvbg==", "Bearer abc.def.ghi"})
    void whatIsNotBasicIsRefused(String header) {
        AuthApi.ready();
        var request = header == null ? given() : given().header("Authorization", header);

        request.post("/internal/token").then().statusCode(401);
    }
}
