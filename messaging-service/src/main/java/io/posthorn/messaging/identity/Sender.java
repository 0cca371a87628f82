package io.posthorn.messaging.identity;

import java.time.Instant;
import java.util.List;

/**
 * Somebody who wrote: at least one identity, the most trusted first, and the names they gave themselves.
 *
 * @param username null where they have none
 * @param at when they wrote; null for now
 */
public record Sender(List<Identity> identities, String profileName, String username, Instant at) {
    public Sender(List<Identity> identities, String profileName) {
        this(identities, profileName, null, null);
    }

    boolean wroteAfter(Instant moment) {
        return at == null || at.isAfter(moment);
    }

    @Override
    public String toString() {
        return "Sender[%d identities]".formatted(identities.size());
    }
}
