package io.posthorn.auth.grant;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A code or a refresh token as an application holds it: 256 random bits, and its workspace in front, so that it is looked up
 * inside that tenant and nowhere else. Only its hash is stored. The prefix lets scanners find leaked ones.
 */
final class OpaqueToken {
    enum Kind {
        CODE("phg_"),
        REFRESH("pho_");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }

    private static final int WORKSPACE_BYTES = 16;
    private static final int SECRET_BYTES = 32;
    private static final Pattern BODY = Pattern.compile("[A-Za-z0-9_-]{64}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Kind kind;
    private final byte[] bytes;

    private OpaqueToken(Kind kind, byte[] bytes) {
        this.kind = kind;
        this.bytes = bytes;
    }

    static OpaqueToken next(Kind kind, UUID workspaceId) {
        var secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return new OpaqueToken(
                kind,
                ByteBuffer.allocate(WORKSPACE_BYTES + SECRET_BYTES)
                        .putLong(workspaceId.getMostSignificantBits())
                        .putLong(workspaceId.getLeastSignificantBits())
                        .put(secret)
                        .array());
    }

    /** Empty for what cannot be one of ours. */
    static Optional<OpaqueToken> parse(Kind kind, String text) {
        if (!text.startsWith(kind.prefix)) {
            return Optional.empty();
        }
        var body = text.substring(kind.prefix.length());
        return BODY.matcher(body).matches()
                ? Optional.of(new OpaqueToken(kind, Base64.getUrlDecoder().decode(body)))
                : Optional.empty();
    }

    UUID workspaceId() {
        var buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    /** For the application only. */
    String text() {
        return kind.prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is not available", impossible);
        }
    }

    @Override
    public String toString() {
        return "OpaqueToken[%s]".formatted(kind);
    }
}
