package io.posthorn.testkit;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * Real access tokens, signed with a key made for this JVM; {@link PosthornStores} points the service under test at its JWKS.
 */
public final class Tokens {
    private static final String PRIVATE_KEY = "posthorn.test-tokens.private-key";
    private static final String JWKS = "posthorn.test-tokens.jwks";
    private static final String KEY_ID = "test-key";
    private static final Duration LIFETIME = Duration.ofMinutes(15);

    private Tokens() {}

    /** A valid token of a made-up user. */
    public static String token(UUID workspaceId, String role) {
        return token(workspaceId, UUID.randomUUID(), role, inAQuarter());
    }

    public static String token(UUID workspaceId, UUID userId, String role) {
        return token(workspaceId, userId, role, inAQuarter());
    }

    public static String expired(UUID workspaceId, String role) {
        return token(workspaceId, UUID.randomUUID(), role, Instant.now().minus(Duration.ofMinutes(5)));
    }

    /** A valid token whose end is near, or where the test wants it. */
    public static String endingAt(Instant end, UUID workspaceId, String role) {
        return token(workspaceId, UUID.randomUUID(), role, end);
    }

    /** A token of this login session, which can then be revoked. */
    public static String ofSession(UUID workspaceId, UUID sessionId, String role) {
        return signed(user(workspaceId, UUID.randomUUID(), role, inAQuarter()).claim("sid", sessionId.toString()));
    }

    /** What the gateway makes of an API key that this user made. */
    public static String ofApiKey(UUID workspaceId, UUID userId, UUID keyId, String role) {
        return signed(user(workspaceId, userId, role, inAQuarter())
                .claim("scope", "*")
                .claim("sid", keyId.toString()));
    }

    /** What a neighbour service shows at {@code /internal} endpoints. */
    public static String service(String name) {
        return signed(claims(inAQuarter())
                .audience("posthorn-internal")
                .subject("service:" + name)
                .claim("roles", List.of("service")));
    }

    /** Signed with the right key, but made for another purpose than access. */
    public static String ofAnotherType(UUID workspaceId, String role) {
        return sign(user(workspaceId, UUID.randomUUID(), role, inAQuarter()), "JWT");
    }

    /** A token whose claims were changed after it was signed. */
    public static String forged(UUID workspaceId, String role) {
        var genuine = token(UUID.randomUUID(), role).split("\\.");
        var wanted = token(workspaceId, role).split("\\.");
        return genuine[0] + "." + wanted[1] + "." + genuine[2];
    }

    /** Where the public key can be read, for {@code mp.jwt.verify.publickey.location}. */
    static String jwksLocation() {
        keys();
        return System.getProperty(JWKS);
    }

    private static String token(UUID workspaceId, UUID userId, String role, Instant expiresAt) {
        return signed(user(workspaceId, userId, role, expiresAt));
    }

    private static JwtClaimsBuilder user(UUID workspaceId, UUID userId, String role, Instant expiresAt) {
        return claims(expiresAt)
                .audience("posthorn")
                .subject(userId.toString())
                .claim("workspace", workspaceId.toString())
                .claim("roles", List.of(role))
                .claim("scope", "api")
                .claim("sid", UUID.randomUUID().toString());
    }

    private static JwtClaimsBuilder claims(Instant expiresAt) {
        return Jwt.issuer("http://localhost:8080")
                .issuedAt(expiresAt.minus(LIFETIME))
                .expiresAt(expiresAt);
    }

    private static Instant inAQuarter() {
        return Instant.now().plus(LIFETIME);
    }

    private static String signed(JwtClaimsBuilder claims) {
        return sign(claims, "at+jwt");
    }

    private static String sign(JwtClaimsBuilder claims, String type) {
        return claims.jws()
                .keyId(KEY_ID)
                .header("typ", type)
                .algorithm(SignatureAlgorithm.ES256)
                .sign(keys());
    }

    /** In system properties, because Quarkus loads this class more than once. */
    private static PrivateKey keys() {
        synchronized (PRIVATE_KEY.intern()) {
            try {
                if (System.getProperty(PRIVATE_KEY) == null) {
                    make();
                }
                var encoded = Base64.getDecoder().decode(System.getProperty(PRIVATE_KEY));
                return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            } catch (GeneralSecurityException | IOException impossible) {
                throw new IllegalStateException("No test key", impossible);
            }
        }
    }

    private static void make() throws GeneralSecurityException, IOException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var pair = generator.generateKeyPair();
        var point = ((ECPublicKey) pair.getPublic()).getW();
        var jwks = """
                {"keys":[{"kty":"EC","crv":"P-256","use":"sig","alg":"ES256","kid":"%s","x":"%s","y":"%s"}]}""".formatted(KEY_ID, coordinate(point.getAffineX()), coordinate(point.getAffineY()));
        Path file;
        try {
            file = Files.createTempFile("posthorn-test-jwks", ".json");
            Files.writeString(file, jwks);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        file.toFile().deleteOnExit();
        System.setProperty(JWKS, file.toUri().toString());
        System.setProperty(
                PRIVATE_KEY,
                Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
    }

    private static String coordinate(java.math.BigInteger value) {
        var bytes = value.toByteArray();
        var fixed = new byte[32];
        for (int from = bytes.length - 1, to = 31; from >= 0 && to >= 0; from--, to--) {
            fixed[to] = bytes[from];
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(fixed);
    }
}
