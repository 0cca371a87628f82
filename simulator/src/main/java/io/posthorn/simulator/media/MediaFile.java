package io.posthorn.simulator.media;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A file that Meta holds.
 *
 * @param owner the id of the number that uploaded or received it
 * @param expiresMillis when it is gone, by the world's clock
 */
public record MediaFile(String id, String owner, String mimeType, byte[] bytes, byte[] digest, long expiresMillis) {

    static MediaFile of(String id, String owner, String mimeType, byte[] bytes, long expiresMillis) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new MediaFile(id, owner, mimeType, bytes, digest, expiresMillis);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("This Java has no SHA-256", impossible);
        }
    }

    /** As the API writes it. */
    String hexDigest() {
        return HexFormat.of().formatHex(digest);
    }

    /** As webhooks write it. */
    public String base64Digest() {
        return Base64.getEncoder().encodeToString(digest);
    }
}
