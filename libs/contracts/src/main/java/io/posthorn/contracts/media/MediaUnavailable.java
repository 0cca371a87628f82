package io.posthorn.contracts.media;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/** The file of a message that came in will never be stored here: {@code expired}, {@code refused}, {@code too_large}. */
public record MediaUnavailable(UUID messageId, String reason, Instant givenUpAt) implements PosthornEvent {
    @Override
    public UUID key() {
        return messageId;
    }
}
