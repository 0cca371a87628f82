package io.posthorn.contracts.contact;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/** A contact agreed to be written to, or not any more: {@code opted_in}, {@code opted_out}. */
public record ContactConsentChanged(UUID contactId, String consent, UUID changedBy, Instant changedAt)
        implements PosthornEvent {
    @Override
    public UUID key() {
        return contactId;
    }
}
