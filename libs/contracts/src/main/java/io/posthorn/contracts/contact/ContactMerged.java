package io.posthorn.contracts.contact;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/** Two contacts turned out to be one person: the merged one is gone, and what was its is the other's. */
public record ContactMerged(UUID contactId, UUID mergedContactId, Instant mergedAt) implements PosthornEvent {
    @Override
    public UUID key() {
        return contactId;
    }
}
