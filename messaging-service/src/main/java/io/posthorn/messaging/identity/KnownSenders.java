package io.posthorn.messaging.identity;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which contact each sender is, which contacts were made just now, and which turned out to be one person. */
public record KnownSenders(Map<Sender, UUID> contacts, List<UUID> created, List<SamePerson> same) {
    public UUID contactOf(Sender sender) {
        return contacts.get(sender);
    }
}
