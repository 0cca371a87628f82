package io.posthorn.messaging.compatible;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** Our id of a message in the form of Meta's: nothing has to be looked up or kept to go from one to the other. */
final class AliasWamid {
    private static final String PREFIX = "wamid.PH";
    private static final int BYTES = 16;

    private AliasWamid() {}

    static String of(UUID messageId) {
        var bytes = ByteBuffer.allocate(BYTES)
                .putLong(messageId.getMostSignificantBits())
                .putLong(messageId.getLeastSignificantBits());
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Empty when it is no alias of ours. */
    static Optional<UUID> messageId(String wamid) {
        if (!wamid.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(wamid.substring(PREFIX.length())));
            return bytes.remaining() == BYTES
                    ? Optional.of(new UUID(bytes.getLong(), bytes.getLong()))
                    : Optional.empty();
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }
}
