package io.posthorn.auth.session;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A refresh token as the client holds it: 256 random bits, and its workspace in front, so that it is looked up inside that
 * tenant and nowhere else. Only its hash is stored. The prefix lets scanners find leaked ones.
 */
public final class RefreshToken {
    private static final String PREFIX = "phr_";
    private static final int WORKSPACE_BYTES = 16;
    private static final int SECRET_BYTES = 32;
    private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{64}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] bytes;

    private RefreshToken(byte[] bytes) {
        this.bytes = bytes;
    }

    static RefreshToken next(UUID workspaceId) {
        var secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return new RefreshToken(ByteBuffer.allocate(WORKSPACE_BYTES + SECRET_BYTES)
                .putLong(workspaceId.getMostSignificantBits())
                .putLong(workspaceId.getLeastSignificantBits())
                .put(secret)
                .array());
    }

    /** Empty for what cannot be one of ours. */
    static Optional<RefreshToken> parse(String text) {
        return text != null && FORM.matcher(text).matches()
                ? Optional.of(new RefreshToken(Base64.getUrlDecoder().decode(text.substring(PREFIX.length()))))
                : Optional.empty();
    }

    UUID workspaceId() {
        var buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    /** For the client only. */
    String text() {
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is not available", impossible);
        }
    }

    /** Binds the sealed answer to this token. */
    String answerName() {
        return "refresh-token/" + HexFormat.of().formatHex(hash()) + "/answer";
    }

    @Override
    public String toString() {
        return "RefreshToken";
    }
}
