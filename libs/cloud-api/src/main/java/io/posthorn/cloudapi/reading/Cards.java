package io.posthorn.cloudapi.reading;

import io.posthorn.cloudapi.part.ContactCard;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** Reads visiting cards. */
final class Cards {
    private Cards() {}

    static ContactCard read(Fields fields) {
        return new ContactCard(
                fields.required("name", Cards::name),
                fields.objects(
                        "phones",
                        phone -> new ContactCard.Phone(phone.text("phone"), type(phone), phone.word("wa_id"))),
                fields.objects("emails", email -> new ContactCard.Email(email.text("email"), type(email))),
                fields.objects("urls", url -> new ContactCard.Url(url.text("url"), type(url))),
                fields.objects("addresses", Cards::address),
                fields.object("org", Cards::organization),
                birthday(fields));
    }

    private static ContactCard.Name name(Fields fields) {
        return new ContactCard.Name(
                fields.text("formatted_name"),
                fields.optional("first_name"),
                fields.optional("last_name"),
                fields.optional("middle_name"),
                fields.optional("prefix"),
                fields.optional("suffix"));
    }

    private static ContactCard.Address address(Fields fields) {
        return new ContactCard.Address(
                fields.optional("street"),
                fields.optional("city"),
                fields.optional("state"),
                fields.optional("zip"),
                fields.optional("country"),
                fields.optional("country_code"),
                type(fields));
    }

    private static ContactCard.Organization organization(Fields fields) {
        return new ContactCard.Organization(
                fields.optional("company"), fields.optional("department"), fields.optional("title"));
    }

    private static Optional<ContactCard.Type> type(Fields fields) {
        var word = fields.optional("type").map(text -> text.toUpperCase(Locale.ROOT));
        if (word.isPresent() && !word.get().equals("HOME") && !word.get().equals("WORK")) {
            fields.broken("type", "contact_type", "This is HOME or WORK");
            return Optional.empty();
        }
        return word.map(ContactCard.Type::valueOf);
    }

    private static Optional<LocalDate> birthday(Fields fields) {
        try {
            return fields.optional("birthday").map(LocalDate::parse);
        } catch (DateTimeParseException noDate) {
            fields.broken("birthday", "contact_birthday_format", "A birthday is written like 1990-01-31");
            return Optional.empty();
        }
    }
}
