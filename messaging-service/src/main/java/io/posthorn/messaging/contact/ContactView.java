package io.posthorn.messaging.contact;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A contact as clients see it. {@code phone} is E.164, null when WhatsApp hides it; consent is null while nobody has decided, and
 * its scope is {@code marketing} when the customer decided inside WhatsApp.
 */
public record ContactView(
        UUID id,
        String name,
        String username,
        String phone,
        String userId,
        Consent consent,
        ConsentScope consentScope,
        Instant createdAt) {
    static ContactView of(Contact contact, List<ContactIdentity> identities) {
        var phone = value(contact, identities, "phone");
        return new ContactView(
                contact.id(),
                contact.name(),
                contact.username(),
                phone == null ? null : "+" + phone,
                value(contact, identities, "bsuid"),
                contact.consent(),
                contact.consentScope(),
                contact.createdAt());
    }

    private static String value(Contact contact, List<ContactIdentity> identities, String kind) {
        return identities.stream()
                .filter(identity -> identity.contactId().equals(contact.id())
                        && identity.kind().equals(kind)
                        && identity.isCurrent())
                .map(ContactIdentity::value)
                .findFirst()
                .orElse(null);
    }
}
