package io.posthorn.kit.crypto;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what we give out and get back, such as links, with HMAC-SHA-256. Each purpose has keys of its own, derived from the
 * envelope keys: the first signs, all verify, so a signature outlives the rotation of its key and no longer its removal.
 */
@ApplicationScoped
public class Signatures {
    private static final String ALGORITHM = "HmacSHA256";

    private final Envelope envelope;

    Signatures(Envelope envelope) {
        this.envelope = envelope;
    }

    /** The id of the key that signs now; it goes with the signature. */
    public String keyId() {
        return envelope.activeKeyId();
    }

    public byte[] sign(String keyId, String purpose, byte[] content) {
        var key = envelope.key(keyId);
        if (key == null) {
            throw new IllegalArgumentException("There is no such key");
        }
        return hmac(hmac(key, ("signatures\0" + purpose).getBytes(StandardCharsets.UTF_8)), content);
    }

    /** False as well when the key is gone. */
    public boolean isValid(String keyId, String purpose, byte[] content, byte[] signature) {
        return envelope.key(keyId) != null && MessageDigest.isEqual(sign(keyId, purpose, content), signature);
    }

    private static byte[] hmac(byte[] key, byte[] content) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(content);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC is not available", impossible);
        }
    }
}
