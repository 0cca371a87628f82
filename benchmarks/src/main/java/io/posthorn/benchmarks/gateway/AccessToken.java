package io.posthorn.benchmarks.gateway;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** A token as auth-service makes them, and the key that shows that it is genuine. */
record AccessToken(String text, String keySet) {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int COORDINATE_BYTES = 32;

    static AccessToken of(String issuer) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var key = generator.generateKeyPair();
        return new AccessToken(sign(key, issuer), keySet((ECPublicKey) key.getPublic()));
    }

    private static String sign(KeyPair key, String issuer) throws GeneralSecurityException {
        var now = Instant.now();
        var head = "{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":\"bench\"}";
        var claims = """
                {"iss":"%s","aud":"posthorn","sub":"%s","workspace":"%s","sid":"%s","roles":["owner"],"scope":"api","iat":%d,"exp":%d}""".formatted(
                        issuer,
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        now.getEpochSecond(),
                        now.plus(Duration.ofHours(12)).getEpochSecond());
        var signed =
                encoded(head.getBytes(StandardCharsets.UTF_8)) + "." + encoded(claims.getBytes(StandardCharsets.UTF_8));
        var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(key.getPrivate());
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + encoded(signature.sign());
    }

    private static String keySet(ECPublicKey key) {
        return """
                {"keys":[{"kty":"EC","crv":"P-256","kid":"bench","use":"sig","alg":"ES256","x":"%s","y":"%s"}]}""".formatted(
                coordinate(key.getW().getAffineX()), coordinate(key.getW().getAffineY()));
    }

    /** Always so many bytes, whatever the number. */
    private static String coordinate(BigInteger number) {
        var bytes = new byte[COORDINATE_BYTES];
        for (int i = 0; i < COORDINATE_BYTES; i++) {
            bytes[COORDINATE_BYTES - 1 - i] = number.shiftRight(8 * i).byteValue();
        }
        return encoded(bytes);
    }

    private static String encoded(byte[] bytes) {
        return BASE64.encodeToString(bytes);
    }
}
