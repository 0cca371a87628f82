package io.posthorn.messaging.media;

import java.time.Instant;

/** How it stands with a file's upload for a channel. */
public sealed interface Handle {
    /** Uploaded: this is Meta's id of it. */
    record Ready(String providerMediaId, Instant until) implements Handle {}

    /** Not yet; look again at this moment. {@code away}: media-service or Meta cannot be reached. */
    record Pending(Instant lookAgainAt, boolean away) implements Handle {}

    /** It cannot be: asked again it would be refused again. */
    record Refused(String reason, Instant until) implements Handle {}
}
