package io.posthorn.cloudapi.part;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.cloudapi.rule.Violations;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A visiting card. Without a WhatsApp id at a phone, the customer is offered to invite the person. */
public record ContactCard(
        Name name,
        List<Phone> phones,
        List<Email> emails,
        List<Url> urls,
        List<Address> addresses,
        Optional<Organization> organization,
        Optional<LocalDate> birthday) {
    private static final int MAX_TEXT = 1024;
    private static final int MAX_DETAILS = 50;

    public enum Type {
        HOME,
        WORK
    }

    public record Name(
            String formatted,
            Optional<String> first,
            Optional<String> last,
            Optional<String> middle,
            Optional<String> prefix,
            Optional<String> suffix) {
        Stream<String> parts() {
            return Stream.of(first, last, middle, prefix, suffix).flatMap(Optional::stream);
        }

        ObjectNode toJson() {
            var json = Json.object().put("formatted_name", formatted);
            Json.put(json, "first_name", first);
            Json.put(json, "last_name", last);
            Json.put(json, "middle_name", middle);
            Json.put(json, "prefix", prefix);
            return Json.put(json, "suffix", suffix);
        }
    }

    public record Phone(String number, Optional<Type> type, Optional<String> waId) {
        ObjectNode toJson() {
            var json = Json.put(Json.object().put("phone", number), "wa_id", waId);
            return typed(json, type);
        }
    }

    public record Email(String email, Optional<Type> type) {
        ObjectNode toJson() {
            return typed(Json.object().put("email", email), type);
        }
    }

    public record Url(String url, Optional<Type> type) {
        ObjectNode toJson() {
            return typed(Json.object().put("url", url), type);
        }
    }

    public record Address(
            Optional<String> street,
            Optional<String> city,
            Optional<String> state,
            Optional<String> zip,
            Optional<String> country,
            Optional<String> countryCode,
            Optional<Type> type) {
        ObjectNode toJson() {
            var json = Json.put(Json.object(), "street", street);
            Json.put(json, "city", city);
            Json.put(json, "state", state);
            Json.put(json, "zip", zip);
            Json.put(json, "country", country);
            Json.put(json, "country_code", countryCode);
            return typed(json, type);
        }
    }

    public record Organization(Optional<String> company, Optional<String> department, Optional<String> title) {
        ObjectNode toJson() {
            var json = Json.put(Json.object(), "company", company);
            Json.put(json, "department", department);
            return Json.put(json, "title", title);
        }
    }

    public ContactCard {
        phones = List.copyOf(phones);
        emails = List.copyOf(emails);
        urls = List.copyOf(urls);
        addresses = List.copyOf(addresses);
    }

    /** A person with one phone; the formatted name is the first name as well, for Meta wants one part at least. */
    public static ContactCard of(String name, String phone) {
        return new ContactCard(
                new Name(
                        name,
                        Optional.of(name),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                List.of(new Phone(phone, Optional.empty(), Optional.empty())),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    public ObjectNode toJson() {
        var json = Json.set(Json.object(), "name", name.toJson());
        setUnlessEmpty(json, "phones", phones.stream().map(Phone::toJson).toList());
        setUnlessEmpty(json, "emails", emails.stream().map(Email::toJson).toList());
        setUnlessEmpty(json, "urls", urls.stream().map(Url::toJson).toList());
        setUnlessEmpty(
                json, "addresses", addresses.stream().map(Address::toJson).toList());
        Json.set(json, "org", organization.map(Organization::toJson));
        return Json.put(json, "birthday", birthday.map(LocalDate::toString));
    }

    public void check(Violations found, String pointer) {
        found.text(pointer + "/name/formatted_name", "contact_name", name.formatted(), MAX_TEXT);
        found.require(
                name.parts().anyMatch(part -> !part.isBlank()),
                pointer + "/name",
                "contact_name_part_required",
                "Besides the formatted name, give at least one of its parts");
        found.count(pointer + "/phones", "contact_phones", phones.size(), 0, MAX_DETAILS);
        found.count(pointer + "/emails", "contact_emails", emails.size(), 0, MAX_DETAILS);
        found.count(pointer + "/urls", "contact_urls", urls.size(), 0, MAX_DETAILS);
        found.count(pointer + "/addresses", "contact_addresses", addresses.size(), 0, MAX_DETAILS);
        for (var index = 0; index < phones.size(); index++) {
            found.text(
                    "%s/phones/%d/phone".formatted(pointer, index),
                    "contact_phone",
                    phones.get(index).number(),
                    MAX_TEXT);
        }
        for (var index = 0; index < emails.size(); index++) {
            checkEmail(
                    found,
                    "%s/emails/%d/email".formatted(pointer, index),
                    emails.get(index).email());
        }
        for (var index = 0; index < urls.size(); index++) {
            found.url(
                    "%s/urls/%d/url".formatted(pointer, index),
                    "contact_url",
                    urls.get(index).url(),
                    2000);
        }
    }

    private static void checkEmail(Violations found, String pointer, String email) {
        found.text(pointer, "contact_email", email, MAX_TEXT);
        found.require(
                email == null || email.isBlank() || email.matches("[^@\\s]+@[^@\\s]+"),
                pointer,
                "contact_email_format",
                "This is not an e-mail address");
    }

    private static ObjectNode typed(ObjectNode json, Optional<Type> type) {
        return Json.put(json, "type", type.map(Type::name));
    }

    private static void setUnlessEmpty(ObjectNode json, String field, List<ObjectNode> values) {
        if (!values.isEmpty()) {
            json.set(field, Json.array(values, value -> value));
        }
    }
}
