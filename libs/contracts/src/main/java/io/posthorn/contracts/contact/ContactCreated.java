package io.posthorn.contracts.contact;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/** A customer is known for the first time. Origin: {@code inbound} or {@code api}. */
public record ContactCreated(UUID contactId, String origin, Instant createdAt) implements PosthornEvent {
    @Override
    public UUID key() {
        return contactId;
    }
}
