package io.posthorn.cloudapi.template;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.cloudapi.rule.Violations;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One value of a template message, with the place where it was written. */
record SentParameter(String pointer, JsonNode json) {
    private static final int MAX_PAYLOAD = 256;
    private static final int MAX_TEXT = 1024;
    private static final Pattern REFUSED = Pattern.compile("[\\n\\r\\t]| {5}");
    private static final Pattern NO_SUFFIX = Pattern.compile("[\\s{}\\p{Cntrl}]");

    /** Our id of a stored file, Meta's id of an uploaded one, or an address. */
    private static final List<String> MEDIA = List.of("mediaId", "id", "link");

    String type() {
        return json.path("type").asText("").toLowerCase(Locale.ROOT);
    }

    /** What the customer reads. */
    String value() {
        return switch (type()) {
            case "text" -> json.path("text").asText("");
            case "currency", "date_time" ->
                json.path(type()).path("fallback_value").asText("");
            default -> "";
        };
    }

    /** Which named variable it is for; empty when it has no name. */
    String name() {
        return json.path("parameter_name").asText("");
    }

    void checkText(Violations found) {
        if (isOf(found, "text")) {
            checkValue(found, "/text", json.path("text"));
        }
    }

    /** Bodies take amounts and dates as well; Meta shows their fallback. */
    void checkBodyValue(Violations found) {
        switch (type()) {
            case "text" -> checkValue(found, "/text", json.path("text"));
            case "date_time" ->
                checkValue(
                        found,
                        "/date_time/fallback_value",
                        json.path("date_time").path("fallback_value"));
            case "currency" -> checkCurrency(found);
            default ->
                found.add(pointer + "/type", "parameter_type", "A value of the body is text, currency or date_time");
        }
    }

    void checkMedia(Violations found, String type) {
        if (!isOf(found, type)) {
            return;
        }
        var media = json.path(type);
        var named = MEDIA.stream().filter(media::has).toList();
        if (named.size() != 1 || !isFilled(media.path(named.getFirst()))) {
            found.add(pointer + "/" + type, "parameter_media", "Name the file by one of: mediaId, id, link");
        }
    }

    void checkLocation(Violations found) {
        if (isOf(found, "location")
                && Stream.of("latitude", "longitude")
                        .anyMatch(field -> isMissing(json.path("location").path(field)))) {
            found.add(pointer + "/location", "parameter_location", "A location has a latitude and a longitude");
        }
    }

    void checkPayload(Violations found) {
        if (!isOf(found, "payload")) {
            return;
        }
        var payload = json.path("payload");
        if (!isFilled(payload) || Texts.length(payload.textValue()) > MAX_PAYLOAD) {
            found.add(pointer + "/payload", "parameter_payload", "A payload has 1 to %d characters", MAX_PAYLOAD);
        }
    }

    void checkUrlSuffix(Violations found) {
        if (!isOf(found, "text")) {
            return;
        }
        var suffix = json.path("text");
        if (!isFilled(suffix)
                || suffix.textValue().length() > TemplateMessageRules.MAX_URL
                || NO_SUFFIX.matcher(suffix.textValue()).find()) {
            found.add(pointer + "/text", "parameter_url", "Give the end of the address: no spaces, no braces");
        }
    }

    private void checkCurrency(Violations found) {
        var currency = json.path("currency");
        checkValue(found, "/currency/fallback_value", currency.path("fallback_value"));
        if (!currency.path("code").asText("").matches("[A-Z]{3}")
                || !currency.path("amount_1000").canConvertToLong()) {
            found.add(pointer + "/currency", "parameter_currency", "An amount has a code (USD) and amount_1000");
        }
    }

    private boolean isOf(Violations found, String type) {
        if (type().equals(type)) {
            return true;
        }
        found.add(pointer + "/type", "parameter_type", "This value must be of type %s", type);
        return false;
    }

    /** Named variables want their names, numbered ones none. */
    void checkName(Violations found, TemplateVariables variables) {
        if (!variables.isNamed()) {
            checkNoName(found);
        } else if (!variables.words().contains(name())) {
            found.add(
                    pointer + "/parameter_name",
                    "parameter_name",
                    "Say for which variable this is: %s",
                    String.join(", ", variables.words()));
        }
    }

    void checkCode(Violations found) {
        if (isOf(found, "text") && !json.path("text").asText("").matches("[\\x21-\\x7e]{1,15}")) {
            found.add(pointer + "/text", "parameter_code", "A code has 1 to 15 characters without spaces");
        }
    }

    void checkCoupon(Violations found) {
        if (isOf(found, "coupon_code") && !json.path("coupon_code").asText("").matches("[A-Za-z0-9]{1,20}")) {
            found.add(pointer + "/coupon_code", "parameter_coupon", "A coupon code has 1 to 20 letters and digits");
        }
    }

    void checkProduct(Violations found) {
        if (isOf(found, "product")
                && Stream.of("product_retailer_id", "catalog_id")
                        .anyMatch(field -> isMissing(json.path("product").path(field)))) {
            found.add(pointer + "/product", "parameter_product", "A product has product_retailer_id and catalog_id");
        }
    }

    private void checkNoName(Violations found) {
        if (json.hasNonNull("parameter_name")) {
            found.add(
                    pointer + "/parameter_name", "parameter_name", "This template's variables have numbers, not names");
        }
    }

    private void checkValue(Violations found, String field, JsonNode value) {
        if (!isFilled(value)) {
            found.add(pointer + field, "parameter_empty", "Give a text that is not empty");
        } else if (Texts.length(value.textValue()) > MAX_TEXT) {
            found.add(pointer + field, "parameter_too_long", "A value has at most %d characters", MAX_TEXT);
        } else if (REFUSED.matcher(value.textValue()).find() || Texts.isUnprintable(value.textValue())) {
            found.add(
                    pointer + field,
                    "parameter_characters",
                    "A value has no line breaks, no tabs and at most four spaces side by side");
        }
    }

    private static boolean isFilled(JsonNode value) {
        return value.isTextual() && !value.textValue().isBlank();
    }

    private static boolean isMissing(JsonNode value) {
        return value.asText("").isBlank();
    }
}
