package io.posthorn.messaging.identity;

import io.posthorn.kit.Ids;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Decides which senders are the same person as which contacts. Plain Java: a sender with several identities ties their contacts
 * together; an identity that was given up counts only for what was written before.
 */
public final class People {
    private final Map<Identity, KnownIdentity> known;
    private final Map<Identity, UUID> links = new LinkedHashMap<>();
    private final Map<UUID, Sender> created = new LinkedHashMap<>();
    private final Map<UUID, UUID> stays = new HashMap<>();
    private final List<UUID> merged = new ArrayList<>();
    private final Map<Sender, UUID> contacts = new HashMap<>();

    public People(Map<Identity, KnownIdentity> known) {
        this.known = known;
    }

    /** True when nothing has to be written for these. */
    public boolean knows(Collection<Sender> senders) {
        return senders.stream()
                .allMatch(sender -> sender.identities().stream()
                                        .map(identity -> contactOf(identity, sender))
                                        .distinct()
                                        .count()
                                == 1
                        && contactOf(sender.identities().getFirst(), sender) != null);
    }

    public People meet(Collection<Sender> senders) {
        senders.forEach(this::meet);
        senders.forEach(sender -> contacts.put(sender, standing(contacts.get(sender))));
        links.replaceAll((identity, contact) -> standing(contact));
        return this;
    }

    public KnownSenders senders() {
        return new KnownSenders(contacts, List.copyOf(created.keySet()), same());
    }

    /** Contacts that have to be made, by their id. */
    public Map<UUID, Sender> created() {
        return created;
    }

    /** Identities that have to be linked. */
    public Map<Identity, UUID> links() {
        return links;
    }

    private void meet(Sender sender) {
        var theirs = new ArrayList<UUID>();
        sender.identities().stream()
                .map(identity -> contactOf(identity, sender))
                .filter(contact -> contact != null)
                .map(this::standing)
                .distinct()
                .sorted()
                .forEach(theirs::add);
        var contact = theirs.isEmpty() ? newContact(sender) : theirs.getFirst();
        theirs.stream().skip(1).forEach(goes -> tie(contact, goes));
        for (var identity : sender.identities()) {
            if (contactOf(identity, sender) == null) {
                links.put(identity, contact);
            }
        }
        contacts.put(sender, contact);
    }

    private void tie(UUID contact, UUID goes) {
        stays.put(goes, contact);
        if (created.remove(goes) == null) {
            merged.add(goes);
        }
    }

    private UUID newContact(Sender sender) {
        var id = Ids.next();
        created.put(id, sender);
        return id;
    }

    private UUID contactOf(Identity identity, Sender sender) {
        if (links.containsKey(identity)) {
            return links.get(identity);
        }
        var found = known.get(identity);
        return found == null || found.until() != null && sender.wroteAfter(found.until()) ? null : found.contactId();
    }

    private UUID standing(UUID contact) {
        var one = contact;
        while (stays.containsKey(one)) {
            one = stays.get(one);
        }
        return one;
    }

    private List<SamePerson> same() {
        return merged.stream().map(goes -> new SamePerson(standing(goes), goes)).toList();
    }
}
