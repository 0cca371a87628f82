package io.posthorn.auth.apikey;

import io.posthorn.kit.crypto.Envelope;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.util.UUID;

/**
 * What is kept of a key's secret: its HMAC under the first envelope key. A secret is compared under all of them, so keys go
 * on working while envelope keys rotate.
 */
@ApplicationScoped
public class ApiKeySecrets {
    private static final byte[] NOBODYS = new byte[32];

    private final Envelope envelope;

    ApiKeySecrets(Envelope envelope) {
        this.envelope = envelope;
    }

    /** What to store from now on. */
    public byte[] hash(PlainApiKey key) {
        return envelope.fingerprint(key.secret(), purpose(key.id()));
    }

    /** A null hash, of a key that does not exist, costs the same work and never matches. */
    public boolean matches(PlainApiKey key, byte[] stored) {
        var expected = stored == null ? NOBODYS : stored;
        var matches = false;
        for (var candidate : envelope.fingerprints(key.secret(), purpose(key.id()))) {
            matches |= MessageDigest.isEqual(expected, candidate);
        }
        return matches && stored != null;
    }

    byte[] seal(PlainApiKey key) {
        return envelope.seal(key.text(), purpose(key.id()) + "/text");
    }

    String open(byte[] sealed, UUID id) {
        return envelope.open(sealed, purpose(id) + "/text");
    }

    private static String purpose(UUID id) {
        return "api-key/" + id;
    }
}
