package io.posthorn.gateway.identity;

import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/** The keys that auth-service published at one moment. Only keys that can sign ES256 are taken. */
record KeySet(Map<String, SigningKey> keys, Instant readAt) {
    static final KeySet NONE = new KeySet(Map.of(), Instant.EPOCH);

    static KeySet parse(String json, Instant readAt) {
        try {
            var keys = new HashMap<String, SigningKey>();
            for (JsonWebKey key : new JsonWebKeySet(json).getJsonWebKeys()) {
                if (key instanceof EllipticCurveJsonWebKey curve && signsEs256(curve)) {
                    keys.put(key.getKeyId(), new SigningKey(key.getKeyId(), (ECPublicKey) curve.getPublicKey()));
                }
            }
            if (keys.isEmpty()) {
                throw new IllegalArgumentException("The key set has no key for ES256");
            }
            return new KeySet(Map.copyOf(keys), readAt);
        } catch (JoseException unreadable) {
            throw new IllegalArgumentException("The key set could not be read", unreadable);
        }
    }

    SigningKey find(String id) {
        return keys.get(id);
    }

    private static boolean signsEs256(EllipticCurveJsonWebKey key) {
        return key.getKeyId() != null
                && "P-256".equals(key.getCurveName())
                && (key.getUse() == null || "sig".equals(key.getUse()))
                && (key.getAlgorithm() == null || "ES256".equals(key.getAlgorithm()));
    }
}
