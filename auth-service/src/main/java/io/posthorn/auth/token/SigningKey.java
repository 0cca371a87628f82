package io.posthorn.auth.token;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Map;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.Use;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** An ES256 key pair. Its id is its RFC 7638 thumbprint, so equal keys have equal ids. */
final class SigningKey {
    private final PublicJsonWebKey jwk;
    private final Instant createdAt;
    private final Instant retiredAt;

    private SigningKey(PublicJsonWebKey jwk, Instant createdAt, Instant retiredAt) {
        this.jwk = jwk;
        this.createdAt = createdAt;
        this.retiredAt = retiredAt;
    }

    static SigningKey generate(Instant now) {
        try {
            var jwk = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            jwk.setUse(Use.SIGNATURE);
            jwk.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
            jwk.setKeyId(jwk.calculateBase64urlEncodedThumbprint("SHA-256"));
            return new SigningKey(jwk, now, null);
        } catch (JoseException impossible) {
            throw new IllegalStateException("P-256 is not available", impossible);
        }
    }

    static SigningKey read(String privateJwk, Instant createdAt, Instant retiredAt) {
        try {
            return new SigningKey(PublicJsonWebKey.Factory.newPublicJwk(privateJwk), createdAt, retiredAt);
        } catch (JoseException unreadable) {
            throw new IllegalStateException("A stored signing key cannot be read", unreadable);
        }
    }

    String id() {
        return jwk.getKeyId();
    }

    PublicKey publicKey() {
        return jwk.getPublicKey();
    }

    PrivateKey privateKey() {
        return jwk.getPrivateKey();
    }

    /** @param type of the token: only access tokens pass as such */
    String sign(JwtClaimsBuilder claims, String type) {
        return claims.jws()
                .header("typ", type)
                .keyId(id())
                .algorithm(SignatureAlgorithm.ES256)
                .sign(privateKey());
    }

    Instant createdAt() {
        return createdAt;
    }

    boolean signs() {
        return retiredAt == null;
    }

    /** What everybody may know. */
    Map<String, Object> publicParameters() {
        return jwk.toParams(OutputControlLevel.PUBLIC_ONLY);
    }

    String publicJwk() {
        return jwk.toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    /** Holds the private part: for the envelope only. */
    String privateJwk() {
        return jwk.toJson(OutputControlLevel.INCLUDE_PRIVATE);
    }
}
