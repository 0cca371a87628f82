package io.posthorn.messaging.draft;

import java.util.UUID;

/**
 * A message that another one answers or reacts to: by our id, or by Meta's where that is all that is known.
 *
 * @param pointer where it is named in the request
 */
public record MessageReference(UUID id, String wamid, String pointer) {
    public static MessageReference of(UUID id, String pointer) {
        return new MessageReference(id, null, pointer);
    }

    public static MessageReference ofWamid(String wamid, String pointer) {
        return new MessageReference(null, wamid, pointer);
    }
}
