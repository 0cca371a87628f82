package io.posthorn.messaging.webhook;

import java.util.UUID;

/** A webhook exactly as it came, from an app whose signature held. */
public record JournalEntry(UUID id, UUID appId, byte[] body, String traceParent) {
    @Override
    public String toString() {
        return "JournalEntry[%s]".formatted(id);
    }
}
