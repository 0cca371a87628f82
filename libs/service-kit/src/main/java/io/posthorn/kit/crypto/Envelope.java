package io.posthorn.kit.crypto;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Encrypts tenants' secrets with AES-256-GCM under named keys. The first key of {@code posthorn.envelope-keys}
 * ({@code id:base64,id:base64}) encrypts, all decrypt, so a key is rotated by putting a new one in front. What a secret
 * belongs to is bound in, so a ciphertext that is copied to another row does not open.
 */
@ApplicationScoped
public class Envelope {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, SecretKeySpec> keys;
    private final String active;

    Envelope(@ConfigProperty(name = "posthorn.envelope-keys") String configured) {
        this.keys = parse(configured);
        this.active = keys.keySet().iterator().next();
    }

    /** @param belongsTo names the row and the field, for example {@code channel/<id>/access-token} */
    public byte[] seal(String secret, String belongsTo) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        var keyId = active.getBytes(StandardCharsets.UTF_8);
        var sealed = crypt(Cipher.ENCRYPT_MODE, active, nonce, belongsTo, secret.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(1 + keyId.length + NONCE_BYTES + sealed.length)
                .put((byte) keyId.length)
                .put(keyId)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** Fails when the key is gone, the bytes were changed or they belong to something else. */
    public String open(byte[] sealed, String belongsTo) {
        var buffer = ByteBuffer.wrap(sealed);
        var keyId = new byte[buffer.get()];
        var nonce = new byte[NONCE_BYTES];
        buffer.get(keyId).get(nonce);
        var rest = Arrays.copyOfRange(sealed, buffer.position(), sealed.length);
        var opened = crypt(Cipher.DECRYPT_MODE, new String(keyId, StandardCharsets.UTF_8), nonce, belongsTo, rest);
        return new String(opened, StandardCharsets.UTF_8);
    }

    /** A keyed fingerprint by which equal secrets can be found without being readable; under the first key. */
    public byte[] fingerprint(String secret, String purpose) {
        return fingerprint(keys.get(active), secret, purpose);
    }

    /** The same under every key, the first key's first: what was stored before a rotation is among them. */
    public List<byte[]> fingerprints(String secret, String purpose) {
        return keys.values().stream()
                .map(key -> fingerprint(key, secret, purpose))
                .toList();
    }

    private static byte[] fingerprint(SecretKeySpec key, String secret, String purpose) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
            mac.update((purpose + "\0").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(secret.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC is not available", impossible);
        }
    }

    String activeKeyId() {
        return active;
    }

    /** Null when there is none of that id. */
    byte[] key(String id) {
        var key = keys.get(id);
        return key == null ? null : key.getEncoded();
    }

    private byte[] crypt(int mode, String keyId, byte[] nonce, String belongsTo, byte[] input) {
        var key = keys.get(keyId);
        if (key == null) {
            throw new IllegalStateException("A secret is sealed under an envelope key that is not configured any more");
        }
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(belongsTo.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException refused) {
            throw new IllegalStateException("A sealed secret does not open", refused);
        }
    }

    private static Map<String, SecretKeySpec> parse(String configured) {
        var keys = new LinkedHashMap<String, SecretKeySpec>();
        for (var entry : configured.split(",")) {
            var parts = entry.strip().split(":", 2);
            if (parts.length != 2 || parts[0].isEmpty() || parts[0].length() > 64) {
                throw new IllegalArgumentException("posthorn.envelope-keys needs the form id:base64[,id:base64]");
            }
            var key = Base64.getDecoder().decode(parts[1]);
            if (key.length != 32) {
                throw new IllegalArgumentException("Envelope key %s needs 32 bytes".formatted(parts[0]));
            }
            keys.put(parts[0], new SecretKeySpec(key, "AES"));
        }
        return keys;
    }
}
