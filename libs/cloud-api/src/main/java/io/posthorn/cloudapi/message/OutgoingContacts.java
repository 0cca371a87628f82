package io.posthorn.cloudapi.message;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.posthorn.cloudapi.part.ContactCard;
import io.posthorn.cloudapi.part.Json;
import io.posthorn.cloudapi.rule.Violations;
import java.util.List;

/** Visiting cards, {@value #MAX_CONTACTS} at most. */
public record OutgoingContacts(Envelope envelope, List<ContactCard> contacts) implements OutgoingMessage {
    public static final int MAX_CONTACTS = 5;

    public OutgoingContacts {
        var cards = List.copyOf(contacts);
        Violations.enforce(found -> {
            envelope.check(found);
            found.count("/contacts", "contacts", cards.size(), 1, MAX_CONTACTS);
            for (var index = 0; index < cards.size(); index++) {
                cards.get(index).check(found, "/contacts/" + index);
            }
        });
        contacts = cards;
    }

    @Override
    public String type() {
        return "contacts";
    }

    @Override
    public ArrayNode content() {
        return Json.array(contacts, ContactCard::toJson);
    }

    @Override
    public String toString() {
        return OutgoingMessage.described(this);
    }
}
