package io.posthorn.messaging.contact;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A contact as clients see it. {@code phone} is E.164, null when WhatsApp hides it; consent is null while nobody has decided. */
public record ContactView(UUID id, String name, String phone, String userId, Consent consent, Instant createdAt) {
    static ContactView of(Contact contact, List<ContactIdentity> identities) {
        var phone = value(contact, identities, "phone");
        return new ContactView(
                contact.id(),
                contact.name(),
                phone == null ? null : "+" + phone,
                value(contact, identities, "bsuid"),
                contact.consent(),
                contact.createdAt());
    }

    private static String value(Contact contact, List<ContactIdentity> identities, String kind) {
        return identities.stream()
                .filter(identity -> identity.contactId().equals(contact.id())
                        && identity.kind().equals(kind))
                .map(ContactIdentity::value)
                .findFirst()
                .orElse(null);
    }
}
