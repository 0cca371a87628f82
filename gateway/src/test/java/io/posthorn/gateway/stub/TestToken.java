package io.posthorn.gateway.stub;

import java.security.Key;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** An access token as auth-service makes them, or with one thing wrong. */
public final class TestToken {
    private final JwtClaims claims = new JwtClaims();
    private Key key = TestKeys.FIRST.getPrivateKey();
    private String keyId = TestKeys.FIRST.getKeyId();
    private String algorithm = "ES256";
    private String type = "at+jwt";

    private TestToken() {
        claims.setIssuer(GatewayWorld.ISSUER);
        claims.setAudience("posthorn");
        claims.setSubject(UUID.randomUUID().toString());
        claims.setStringClaim("workspace", UUID.randomUUID().toString());
        claims.setStringListClaim("roles", "owner");
        claims.setStringClaim("sid", UUID.randomUUID().toString());
        claims.setStringClaim("scope", "api");
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(15);
        claims.setGeneratedJwtId();
    }

    public static TestToken aToken() {
        return new TestToken();
    }

    public TestToken signedWith(EllipticCurveJsonWebKey other) {
        key = other.getPrivateKey();
        keyId = other.getKeyId();
        return this;
    }

    public TestToken signedWith(String otherAlgorithm, Key otherKey) {
        algorithm = otherAlgorithm;
        key = otherKey;
        return this;
    }

    public TestToken keyId(String other) {
        keyId = other;
        return this;
    }

    public TestToken type(String other) {
        type = other;
        return this;
    }

    public TestToken issuer(String other) {
        claims.setIssuer(other);
        return this;
    }

    public TestToken audience(String... other) {
        claims.setAudience(other);
        return this;
    }

    public TestToken expiring(long secondsFromNow) {
        var when = NumericDate.now();
        when.addSeconds(secondsFromNow);
        claims.setExpirationTime(when);
        var before = NumericDate.now();
        before.addSeconds(secondsFromNow - 900);
        claims.setIssuedAt(before);
        return this;
    }

    public TestToken workspace(String id) {
        claims.setStringClaim("workspace", id);
        return this;
    }

    public TestToken role(String name) {
        claims.setStringListClaim("roles", name);
        return this;
    }

    public TestToken session(String id) {
        claims.setStringClaim("sid", id);
        return this;
    }

    public TestToken scope(String words) {
        claims.setStringClaim("scope", words);
        return this;
    }

    public TestToken without(String claim) {
        claims.unsetClaim(claim);
        return this;
    }

    public String make() {
        try {
            var signature = new JsonWebSignature();
            signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
            signature.setDoKeyValidation(false);
            signature.setPayload(claims.toJson());
            signature.setAlgorithmHeaderValue(algorithm);
            if (keyId != null) {
                signature.setKeyIdHeaderValue(keyId);
            }
            if (type != null) {
                signature.setHeader("typ", type);
            }
            signature.setKey(key);
            return signature.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
