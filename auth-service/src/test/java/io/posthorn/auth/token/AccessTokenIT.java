package io.posthorn.auth.token;

import static io.posthorn.auth.AuthApi.change;
import static io.posthorn.auth.AuthApi.stored;
import static io.posthorn.testkit.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.posthorn.auth.AuthApi;
import io.posthorn.auth.AuthApi.SignedIn;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.posthorn.testkit.PosthornStores;
import io.posthorn.testkit.Stores;
import io.posthorn.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(value = PosthornStores.class, initArgs = @ResourceArg(name = "service", value = "auth"))
class AccessTokenIT {
    @Inject
    SigningKeys keys;

    @Inject
    SigningKeyStore store;

    @Inject
    WorkerTransaction worker;

    @Test
    void theKeySetVerifiesATokenWithoutOurCode() throws Exception {
        var token = AuthApi.signedUp().accessToken();
        var header = AuthApi.part(token, 0);

        var jwks = given().get("/.well-known/jwks.json");

        jwks.then().statusCode(200).header("Cache-Control", equalTo("public, max-age=300"));
        assertThat(header.getString("typ")).isEqualTo("at+jwt");
        assertThat(header.getString("alg")).isEqualTo("ES256");
        var key = jwks.jsonPath()
                .<String, Object>getMap("keys.find { it.kid == '%s' }".formatted(header.getString("kid")));
        assertThat(key.keySet()).isEqualTo(Set.of("kty", "crv", "use", "alg", "kid", "x", "y"));
        var verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
        verifier.initVerify(PublicJsonWebKey.Factory.newPublicJwk(key).getPublicKey());
        verifier.update(token.substring(0, token.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII));
        assertThat(verifier.verify(Base64.getUrlDecoder().decode(token.substring(token.lastIndexOf('.') + 1))))
                .isTrue();
    }

    static Stream<Arguments> wrongTokens() {
        return Stream.of(
                wrong("expired", claims -> claims.issuedAt(Instant.now().minus(Duration.ofMinutes(30)))
                        .expiresAt(Instant.now().minus(Duration.ofMinutes(15)))),
                wrong("of another audience", claims -> claims.audience("someone-else")),
                wrong("of another issuer", claims -> claims.issuer("https://evil.example")),
                wrong("without a well-formed workspace", claims -> claims.claim("workspace", "no uuid")),
                wrong(
                        "without a session of ours",
                        claims -> claims.claim("sid", UUID.randomUUID().toString())),
                wrong(
                        "of another workspace",
                        claims -> claims.claim("workspace", UUID.randomUUID().toString())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongTokens")
    void aSignedTokenWithWrongClaimsIsRefused(String what, Function<JwtClaimsBuilder, JwtClaimsBuilder> change) {
        var ada = AuthApi.signedUp();

        refused(signed(ada, change, "at+jwt"));
    }

    @Test
    void theTestsOwnSignatureIsGoodSoTheRefusalsMeanSomething() {
        var ada = AuthApi.signedUp();

        AuthApi.me(signed(ada, Function.identity(), "at+jwt")).then().statusCode(200);
    }

    @Test
    void aTokenOfAnotherTypeIsRefused() {
        refused(signed(AuthApi.signedUp(), Function.identity(), "JWT"));
    }

    @Test
    void aTokenOfAnotherKeyIsRefused() {
        var ada = AuthApi.signedUp();

        refused(Tokens.token(ada.workspaceId(), ada.userId(), "owner"));
    }

    @Test
    void changedClaimsAreRefused() {
        var ada = AuthApi.signedUp().accessToken().split("\\.");
        var eve = AuthApi.signedUp().accessToken().split("\\.");

        refused(eve[0] + "." + ada[1] + "." + eve[2]);
    }

    @Test
    void anUnsignedTokenIsRefused() {
        var parts = AuthApi.signedUp().accessToken().split("\\.");
        var header = encoded("{\"alg\":\"none\",\"typ\":\"at+jwt\"}");

        refused(header + "." + parts[1] + ".");
        refused(header + "." + parts[1] + "." + parts[2]);
    }

    @Test
    void thePublicKeyIsNoSharedSecret() throws Exception {
        var parts = AuthApi.signedUp().accessToken().split("\\.");
        var key = keys.signing();
        var input =
                encoded("{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"kid\":\"%s\"}".formatted(key.id())) + "." + parts[1];

        for (var secret : List.of(key.publicKey().getEncoded(), key.publicJwk().getBytes(StandardCharsets.UTF_8))) {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            var signature = mac.doFinal(input.getBytes(StandardCharsets.US_ASCII));
            refused(input + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature));
        }
    }

    @Test
    void noTokenAndNonsenseAreRefused() {
        given().get("/api/v1/auth/me").then().statusCode(401).contentType("application/problem+json");
        refused("nonsense");
        refused("a.b.c");
        refused("");
    }

    @Test
    void instancesThatStartAtOnceMakeOneKeyAndTheRetiredOneIsStillPublished() throws Exception {
        var ada = AuthApi.signedUp();
        var old = keys.signing().id();
        try (var connection = DriverManager.getConnection(
                        Stores.database("auth").jdbcUrl(),
                        Stores.postgres().user(),
                        Stores.postgres().password());
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set search_path = auth");
            statement.execute("select pg_advisory_xact_lock(hashtextextended('auth.signing_key', 0))");
            change("update signing_key set retired_at = now()");

            var one = loading();
            var other = loading();
            await().untilAsserted(() -> assertThat(Integer.parseInt(
                            stored("select count(*) from pg_locks where locktype = 'advisory' and not granted")))
                    .isGreaterThanOrEqualTo(2));
            connection.commit();

            assertThat(signers(one.get()))
                    .hasSize(1)
                    .isEqualTo(signers(other.get()))
                    .isNotEqualTo(List.of(old));
        }
        assertThat(stored("select count(*) from signing_key where retired_at is null"))
                .isEqualTo("1");
        await().untilAsserted(() -> assertThat(keys.signing().id()).isNotEqualTo(old));
        AuthApi.me(ada.accessToken()).then().statusCode(200);
        AuthApi.me(AuthApi.signedUp().accessToken()).then().statusCode(200);
    }

    @Test
    void aNewKeyIsPublishedBeforeItSigns() {
        AuthApi.ready();
        var signing = keys.signing();
        var next = SigningKey.generate(Instant.now().plusSeconds(3600));

        worker.connection(connection -> store.insert(connection, next)).await().indefinitely();
        await().until(() -> keys.find(next.id()).isPresent());

        assertThat(keys.signing().id()).isEqualTo(signing.id());
        change("delete from signing_key where key_id = '%s'", next.id());
    }

    private java.util.concurrent.CompletableFuture<List<SigningKey>> loading() {
        return worker.connection(connection -> store.loadOrMake(connection, Instant.now(), Duration.ofMinutes(15)))
                .subscribeAsCompletionStage();
    }

    private static List<String> signers(List<SigningKey> keys) {
        return keys.stream().filter(SigningKey::signs).map(SigningKey::id).toList();
    }

    private static Arguments wrong(String what, Function<JwtClaimsBuilder, JwtClaimsBuilder> change) {
        return Arguments.of(what, change);
    }

    private String signed(SignedIn person, Function<JwtClaimsBuilder, JwtClaimsBuilder> change, String type) {
        var claims = Jwt.issuer("http://localhost:8080")
                .audience("posthorn")
                .subject(person.userId().toString())
                .claim("workspace", person.workspaceId().toString())
                .claim("roles", List.of("owner"))
                .claim("sid", person.sessionId().toString())
                .issuedAt(Instant.now())
                .expiresAt(Instant.now().plusSeconds(900));
        return change.apply(claims)
                .jws()
                .header("typ", type)
                .keyId(keys.signing().id())
                .algorithm(SignatureAlgorithm.ES256)
                .sign(keys.signing().privateKey());
    }

    private static void refused(String token) {
        AuthApi.me(token)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("unauthenticated"));
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
