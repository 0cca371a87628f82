package io.posthorn.endtoend.journey;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.devstack.client.JsonHttp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes tokens out of a good one, with everything that is public. None of them may pass anywhere. */
final class Forger {
    private final String payload;
    private final String keyId;
    private final JsonNode publicKey;

    Forger(String authService, String token) {
        var parts = token.split("\\.");
        this.payload = parts[1];
        this.keyId = json(parts[0]).path("kid").asText();
        this.publicKey = new JsonHttp(authService)
                .send("GET", "/.well-known/jwks.json", Map.of(), null)
                .expect(200)
                .body()
                .path("keys")
                .valueStream()
                .filter(key -> key.path("kid").asText().equals(keyId))
                .findFirst()
                .orElseThrow();
    }

    List<String> forgeries() throws GeneralSecurityException {
        var es256 = "{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":\"%s\"}";
        return List.of(
                signedWithOwnKey(es256.formatted(keyId)),
                signedWithOwnKey(es256.formatted("another-key")),
                signedWithOwnKey("{\"alg\":\"ES256\",\"typ\":\"at+jwt\"}"),
                unsigned("none"),
                unsigned("None"),
                signedWithPublicKey(publicKey.toString().getBytes(StandardCharsets.UTF_8)),
                signedWithPublicKey(encodedPublicKey()));
    }

    private String signedWithOwnKey(String header) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(generator.generateKeyPair().getPrivate());
        var input = encoded(header) + "." + payload;
        signature.update(input.getBytes(StandardCharsets.US_ASCII));
        return input + "." + encoded(signature.sign());
    }

    private String unsigned(String algorithm) {
        return encoded("{\"alg\":\"%s\",\"typ\":\"at+jwt\",\"kid\":\"%s\"}".formatted(algorithm, keyId)) + "." + payload
                + ".";
    }

    /** Whoever takes the header's word for it would use the public key as a shared secret. */
    private String signedWithPublicKey(byte[] secret) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        var header = "{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"kid\":\"%s\"}".formatted(keyId);
        var input = encoded(header) + "." + payload;
        return input + "." + encoded(mac.doFinal(input.getBytes(StandardCharsets.US_ASCII)));
    }

    private byte[] encodedPublicKey() throws GeneralSecurityException {
        var curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        var point = new ECPoint(coordinate("x"), coordinate("y"));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)))
                .getEncoded();
    }

    private BigInteger coordinate(String name) {
        return new BigInteger(
                1, Base64.getUrlDecoder().decode(publicKey.path(name).asText()));
    }

    private static JsonNode json(String part) {
        try {
            return JsonHttp.MAPPER.readTree(Base64.getUrlDecoder().decode(part));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String encoded(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
