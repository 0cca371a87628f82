package io.posthorn.messaging.contact;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which contact each identity belongs to, and which contacts were made just now. */
public record KnownSenders(Map<Identity, UUID> contacts, List<UUID> created) {
    public UUID contactOf(Sender sender) {
        return contacts.get(sender.identities().getFirst());
    }
}
