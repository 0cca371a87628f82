package io.posthorn.media.link;

import io.posthorn.kit.crypto.Signatures;
import io.posthorn.media.media.Disposition;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** Writes links as tokens and reads them back. All of a token is signed, and so is the one method it is good for. */
@ApplicationScoped
class LinkTokens {
    private static final String PURPOSE = "media-link/GET";
    private static final int SIGNATURE = 32;
    private static final int LINK = 41;
    private static final int LONGEST = 256;

    private final Signatures signatures;

    LinkTokens(Signatures signatures) {
        this.signatures = signatures;
    }

    String write(Link link) {
        var keyId = signatures.keyId();
        var content = content(link, keyId.getBytes(StandardCharsets.UTF_8));
        return encoded(content, signatures.sign(keyId, PURPOSE, content));
    }

    private static byte[] content(Link link, byte[] keyId) {
        return ByteBuffer.allocate(LINK + keyId.length)
                .putLong(link.workspaceId().getMostSignificantBits())
                .putLong(link.workspaceId().getLeastSignificantBits())
                .putLong(link.mediaId().getMostSignificantBits())
                .putLong(link.mediaId().getLeastSignificantBits())
                .putLong(link.expiresAt().getEpochSecond())
                .put((byte) link.disposition().ordinal())
                .put(keyId)
                .array();
    }

    /** Empty for every token that is not, character by character, one that was written here. */
    Optional<Link> read(String token) {
        var bytes = decoded(token);
        if (bytes.length < LINK + SIGNATURE) {
            return Optional.empty();
        }
        var content = Arrays.copyOf(bytes, bytes.length - SIGNATURE);
        var signature = Arrays.copyOfRange(bytes, content.length, bytes.length);
        var keyId = new String(content, LINK, content.length - LINK, StandardCharsets.UTF_8);
        return signatures.isValid(keyId, PURPOSE, content, signature)
                        && encoded(content, signature).equals(token)
                ? Optional.of(link(content))
                : Optional.empty();
    }

    private static String encoded(byte[] content, byte[] signature) {
        var bytes = ByteBuffer.allocate(content.length + SIGNATURE).put(content).put(signature);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private static byte[] decoded(String token) {
        try {
            return token.length() > LONGEST
                    ? new byte[0]
                    : Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException notOurs) {
            return new byte[0];
        }
    }

    private static Link link(byte[] content) {
        var bytes = ByteBuffer.wrap(content);
        return new Link(
                new UUID(bytes.getLong(), bytes.getLong()),
                new UUID(bytes.getLong(), bytes.getLong()),
                Disposition.values()[bytes.get(LINK - 1)],
                Instant.ofEpochSecond(bytes.getLong()));
    }
}
