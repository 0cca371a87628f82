package io.posthorn.messaging.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;

/**
 * The file of a message that came in.
 *
 * @param state {@code pending}, {@code ready} or {@code unavailable}
 * @param mediaId where it is stored; null until it is
 * @param reason why it will never be there, such as {@code expired}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageFile(String state, UUID mediaId, String reason) {
    static final MessageFile PENDING = new MessageFile("pending", null, null);

    static MessageFile ready(UUID mediaId) {
        return new MessageFile("ready", mediaId, null);
    }

    static MessageFile unavailable(String reason) {
        return new MessageFile("unavailable", null, reason);
    }
}
