package io.posthorn.cloudapi.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.cloudapi.part.Read;
import java.util.List;
import java.util.Optional;

/**
 * A visiting card. What phones write beside it (postal addresses, birthdays) is in {@code raw}.
 *
 * @param origin {@code contact_request} when we asked for it
 */
public record InboundContact(
        Optional<String> name,
        List<Phone> phones,
        List<String> emails,
        Optional<String> company,
        Optional<String> origin,
        Optional<String> vcard,
        JsonNode raw) {

    public record Phone(Optional<String> number, Optional<String> waId, Optional<String> type) {}

    static InboundContact of(JsonNode raw) {
        return new InboundContact(
                Read.text(raw.path("name"), "formatted_name"),
                Read.elements(raw, "phones")
                        .map(phone -> new Phone(
                                Read.text(phone, "phone"), Read.text(phone, "wa_id"), Read.text(phone, "type")))
                        .toList(),
                Read.elements(raw, "emails")
                        .flatMap(email -> Read.text(email, "email").stream())
                        .toList(),
                Read.text(raw.path("org"), "company"),
                Read.text(raw, "origin"),
                Read.string(raw, "vcard"),
                raw);
    }

    @Override
    public String toString() {
        return "InboundContact[hidden]";
    }
}
