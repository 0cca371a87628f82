package io.posthorn.gateway.identity;

import static io.posthorn.gateway.stub.TestToken.aToken;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.gateway.stub.Client;
import io.posthorn.gateway.stub.Client.Answer;
import io.posthorn.gateway.stub.GatewayWorld;
import io.posthorn.gateway.stub.MovableClock;
import io.posthorn.gateway.stub.StubUpstream;
import io.posthorn.gateway.stub.TestKeys;
import io.posthorn.gateway.stub.TestToken;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Stream;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(GatewayWorld.class)
class IdentityIT {
    private static final String PATH = "/api/v1/media/7";

    @Inject
    MovableClock clock;

    @BeforeEach
    void startServices() {
        TestKeys.publish(TestKeys.FIRST);
        StubUpstream.startAll();
    }

    @AfterEach
    void setTheClockBack() {
        clock.setBack();
    }

    @Test
    void letsAValidTokenPassAndPassesItOn() {
        var token = aToken().make();

        var answer = askWith("Bearer " + token);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(StubUpstream.named("media").only().header("Authorization")).isEqualTo("Bearer " + token);
    }

    @Test
    void toleratesAClockThatIsAFewSecondsAhead() {
        clock.stop();
        var token = "Bearer " + aToken().expiring(60).make();

        clock.move(Duration.ofSeconds(62));

        assertThat(askWith(token).status()).isEqualTo(200);
    }

    @Test
    void acceptsAmongSeveralAudiences() {
        assertThat(askWith("Bearer " + aToken().audience("other", "posthorn").make())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void asksForATokenWhereOneIsNeeded() {
        var answer = Client.get(PATH);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(answer.json().getString("code")).isEqualTo("unauthenticated");
        assertThat(StubUpstream.named("media").received()).isEmpty();
    }

    static Stream<Arguments> badTokens() {
        var valid = aToken().make();
        var parts = valid.split("\\.");
        var publicKey = new HmacKey(TestKeys.FIRST.getPublicKey().getEncoded());
        return Stream.of(
                bad("expired", aToken().expiring(-60)),
                bad(
                        "key of somebody else under our id",
                        aToken().signedWith("ES256", TestKeys.make("first").getPrivateKey())),
                bad("unknown key", aToken().signedWith(TestKeys.make("unknown"))),
                bad("no key id", aToken().keyId(null)),
                bad("alg none", aToken().signedWith("none", null)),
                bad("HS256 with the public key as secret", aToken().signedWith("HS256", publicKey)),
                bad("another issuer", aToken().issuer("http://localhost:9999")),
                bad("no issuer", aToken().without("iss")),
                bad("another audience", aToken().audience("posthorn-internal")),
                bad("no audience", aToken().without("aud")),
                bad("no subject", aToken().without("sub")),
                bad("no expiry", aToken().without("exp")),
                bad("an id token", aToken().type("JWT")),
                bad("no type", aToken().type(null)),
                Arguments.of("no signature", "Bearer " + parts[0] + "." + parts[1] + "."),
                Arguments.of("two parts", "Bearer " + parts[0] + "." + parts[1]),
                Arguments.of(
                        "claims changed afterwards", "Bearer " + parts[0] + "." + changed(parts[1]) + "." + parts[2]),
                Arguments.of("API key", "Bearer ph_live_1_2"),
                Arguments.of("rubbish", "Bearer ...."),
                Arguments.of("nothing", "Bearer "),
                Arguments.of("another scheme", "Basic bWU6bWU="),
                Arguments.of("no scheme", valid));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void refusesWhatIsNotOurToken(String what, String authorization) {
        var answer = askWith(authorization);

        assertThat(answer.status()).as(what).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(answer.json().getString("code")).isEqualTo("unauthenticated");
        assertThat(parts(authorization)).noneMatch(part -> answer.text().contains(part));
        assertThat(StubUpstream.named("media").received()).isEmpty();
    }

    @Test
    void refusesTwoTokensInOneRequest() {
        var request = Client.withToken(PATH).header("Authorization", "Bearer other");

        assertThat(Client.send(request).status()).isEqualTo(401);
    }

    @Test
    void believesAVerifiedTokenOnlyUntilItExpires() {
        var token = "Bearer " + aToken().expiring(60).make();
        assertThat(askWith(token).status()).isEqualTo(200);

        clock.move(Duration.ofSeconds(90));

        assertThat(askWith(token).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/auth/register", "/api/v1/auth/login", "/api/auth/refresh", "/webhooks/whatsapp"})
    void asksNobodyAtPublicDoors(String path) {
        assertThat(Client.post(path, "{}").status()).isEqualTo(200);
    }

    @Test
    void passesAForeignAuthorizationThroughPublicDoors() {
        Client.send(Client.to("/api/v1/auth/login")
                .header("Authorization", "Bearer whatever")
                .POST(java.net.http.HttpRequest.BodyPublishers.noBody()));

        assertThat(StubUpstream.named("auth").only().header("Authorization")).isEqualTo("Bearer whatever");
    }

    private static Stream<String> parts(String authorization) {
        return Stream.of(authorization.split("[ .]")).filter(part -> part.length() > 8);
    }

    private static Arguments bad(String what, TestToken token) {
        return Arguments.of(what, "Bearer " + token.make());
    }

    private static String changed(String claims) {
        var text = new String(Base64.getUrlDecoder().decode(claims), java.nio.charset.StandardCharsets.UTF_8);
        var other = text.replace("owner", "admin");
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(other.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static Answer askWith(String authorization) {
        return Client.send(
                Client.to(PATH).header("Authorization", authorization).GET());
    }
}
