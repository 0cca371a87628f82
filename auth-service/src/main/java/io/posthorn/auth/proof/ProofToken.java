package io.posthorn.auth.proof;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The text of a proof: 256 random bits, and its workspace in front, so that it is looked up inside that tenant and nowhere
 * else. Only its hash is stored.
 */
public final class ProofToken {
    private static final String PREFIX = "phm_";
    private static final int WORKSPACE_BYTES = 16;
    private static final int SECRET_BYTES = 32;
    private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{64}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] bytes;

    private ProofToken(byte[] bytes) {
        this.bytes = bytes;
    }

    public static ProofToken next(UUID workspaceId) {
        var secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return new ProofToken(ByteBuffer.allocate(WORKSPACE_BYTES + SECRET_BYTES)
                .putLong(workspaceId.getMostSignificantBits())
                .putLong(workspaceId.getLeastSignificantBits())
                .put(secret)
                .array());
    }

    /** Empty for what cannot be one of ours. */
    public static Optional<ProofToken> parse(String text) {
        var typed = text == null ? "" : text.strip();
        return FORM.matcher(typed).matches()
                ? Optional.of(new ProofToken(Base64.getUrlDecoder().decode(typed.substring(PREFIX.length()))))
                : Optional.empty();
    }

    public UUID workspaceId() {
        var buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    /** For the letter only. */
    public String text() {
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is not available", impossible);
        }
    }

    @Override
    public String toString() {
        return "ProofToken";
    }
}
