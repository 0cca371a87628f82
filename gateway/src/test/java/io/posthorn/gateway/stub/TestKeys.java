package io.posthorn.gateway.stub;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** Real signing keys, and which of them auth-service publishes at the moment. */
public final class TestKeys {
    public static final EllipticCurveJsonWebKey FIRST = make("first");
    private static final List<EllipticCurveJsonWebKey> PUBLISHED = new CopyOnWriteArrayList<>(List.of(FIRST));

    private TestKeys() {}

    public static EllipticCurveJsonWebKey make(String id) {
        try {
            var key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(id);
            key.setUse("sig");
            key.setAlgorithm("ES256");
            return key;
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static void publish(EllipticCurveJsonWebKey... keys) {
        PUBLISHED.clear();
        PUBLISHED.addAll(List.of(keys));
    }

    static String published() {
        return new JsonWebKeySet(PUBLISHED.toArray(EllipticCurveJsonWebKey[]::new))
                .toJson(OutputControlLevel.PUBLIC_ONLY);
    }
}
