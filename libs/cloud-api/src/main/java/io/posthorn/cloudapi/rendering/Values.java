package io.posthorn.cloudapi.rendering;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.cloudapi.part.Json;
import io.posthorn.cloudapi.rule.Violations;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Holds one value against its spot, and writes it as Meta's parameter; null when it does not fit. */
final class Values {
    private static final int MOST_TEXT = 1024;
    private static final int MOST_SUFFIX = 2000;
    private static final int MOST_PAYLOAD = 256;
    private static final int MOST_MINUTES = 43_200;
    private static final int MOST_ACTION = 20_000;
    private static final int MOST_NAMED = 20;
    private static final Pattern NO_TEXT = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]| {5}");
    private static final Pattern NO_SUFFIX = Pattern.compile("[\\s{}\\p{Cntrl}]");
    private static final Pattern COUPON = Pattern.compile("[A-Za-z0-9]{1,20}");
    private static final Pattern CODE = Pattern.compile("[\\x21-\\x7e]{1,15}");
    private static final List<String> FILE = List.of("mediaId", "id", "link");

    private final Violations found;

    Values(Violations found) {
        this.found = found;
    }

    /** A text, or an amount or a date in Meta's words, of which phones show the fallback. */
    ObjectNode text(String pointer, JsonNode value, boolean amountsToo) {
        if (amountsToo && value.isObject()) {
            return amount(pointer, value);
        }
        var text = string(pointer, value);
        if (text != null && length(text) > MOST_TEXT) {
            return refuse(pointer, "variable_too_long", "A value has at most %d characters".formatted(MOST_TEXT));
        }
        if (text != null && (NO_TEXT.matcher(text).find() || hasHalves(text))) {
            return refuse(
                    pointer,
                    "variable_characters",
                    "A value has no line breaks, no tabs and at most four spaces side by side");
        }
        return text == null ? null : textOf(text);
    }

    private ObjectNode amount(String pointer, JsonNode value) {
        var type = value.path("type").asText("");
        var fallback = value.path(type).path("fallback_value");
        var currency = value.path("currency");
        var complete = type.equals("date_time")
                || (currency.path("code").asText("").matches("[A-Z]{3}")
                        && currency.path("amount_1000").canConvertToLong());
        if (!Set.of("currency", "date_time").contains(type) || !complete) {
            return refuse(pointer, "variable_type", "A value is a text, or an amount or a date in Meta's words");
        }
        return text("%s/%s/fallback_value".formatted(pointer, type), fallback, false) == null
                ? null
                : Json.set(
                        Json.object().put("type", type),
                        type,
                        type.equals("date_time")
                                ? Json.object().put("fallback_value", fallback.textValue())
                                : Json.object()
                                        .put("fallback_value", fallback.textValue())
                                        .put("code", currency.path("code").asText())
                                        .put(
                                                "amount_1000",
                                                currency.path("amount_1000").asLong()));
    }

    ObjectNode file(String pointer, JsonNode value, String kind) {
        if (!value.isObject()) {
            return refuse(pointer, "variable_type", "Name the file: an object with one of mediaId, id, link");
        }
        var named = FILE.stream().filter(value::has).toList();
        if (named.size() != 1 || string(pointer + "/" + named.getFirst(), value.path(named.getFirst())) == null) {
            return named.size() == 1
                    ? null
                    : refuse(pointer, "variable_file", "Name the file by one of: mediaId, id, link");
        }
        var allowed = kind.equals("document") ? Set.of(named.getFirst(), "filename") : Set.of(named.getFirst());
        only(pointer, value, allowed);
        var file =
                Json.object().put(named.getFirst(), value.path(named.getFirst()).textValue());
        if (value.path("filename").isTextual()) {
            file.put("filename", value.path("filename").textValue());
        }
        return Json.set(Json.object().put("type", kind), kind, file);
    }

    ObjectNode location(String pointer, JsonNode value) {
        only(pointer, value, Set.of("latitude", "longitude", "name", "address"));
        var place = Json.object();
        for (var field : List.of("latitude", "longitude")) {
            var number = value.path(field);
            if (!(number.isNumber() || number.isTextual()) || !isDegrees(number.asText(), field)) {
                refuse(pointer + "/" + field, "variable_type", "Give the %s in degrees".formatted(field));
            }
            place.put(field, number.asText());
        }
        Stream.of("name", "address")
                .filter(value::has)
                .forEach(field -> place.put(field, value.path(field).asText()));
        return Json.set(Json.object().put("type", "location"), "location", place);
    }

    ObjectNode product(String pointer, JsonNode value) {
        only(pointer, value, Set.of("productId", "catalogId"));
        var product = string(pointer + "/productId", value.path("productId"));
        var catalog = string(pointer + "/catalogId", value.path("catalogId"));
        return product == null || catalog == null
                ? null
                : Json.set(
                        Json.object().put("type", "product"),
                        "product",
                        Json.object().put("product_retailer_id", product).put("catalog_id", catalog));
    }

    ObjectNode suffix(String pointer, JsonNode value) {
        var suffix = string(pointer, value);
        if (suffix != null
                && (suffix.length() > MOST_SUFFIX || NO_SUFFIX.matcher(suffix).find())) {
            return refuse(pointer, "variable_url", "Give the end of the address: no spaces, no braces");
        }
        return suffix == null ? null : textOf(suffix);
    }

    ObjectNode payload(String pointer, JsonNode value) {
        var payload = string(pointer, value);
        if (payload != null && length(payload) > MOST_PAYLOAD) {
            return refuse(pointer, "variable_too_long", "A payload has at most %d characters".formatted(MOST_PAYLOAD));
        }
        return payload == null ? null : Json.object().put("type", "payload").put("payload", payload);
    }

    ObjectNode coupon(String pointer, JsonNode value) {
        var code = string(pointer, value);
        if (code != null && !COUPON.matcher(code).matches()) {
            return refuse(pointer, "variable_coupon", "A coupon code has 1 to 20 letters and digits");
        }
        return code == null ? null : Json.object().put("type", "coupon_code").put("coupon_code", code);
    }

    ObjectNode code(String pointer, JsonNode value) {
        var code = string(pointer, value);
        if (code != null && !CODE.matcher(code).matches()) {
            return refuse(pointer, "variable_code", "A code has 1 to 15 characters without spaces");
        }
        return code == null ? null : textOf(code);
    }

    /** Flows and products have so many forms that they are passed on as they are. */
    ObjectNode action(String pointer, JsonNode value) {
        if (!value.isObject() || value.toString().length() > MOST_ACTION) {
            return refuse(pointer, "variable_type", "Give Meta's action: an object");
        }
        return Json.set(Json.object().put("type", "action"), "action", value);
    }

    ObjectNode minutes(String pointer, JsonNode value) {
        if (!value.isInt() || value.intValue() < 1 || value.intValue() > MOST_MINUTES) {
            return refuse(pointer, "variable_type", "Say how many minutes, from 1 to %d".formatted(MOST_MINUTES));
        }
        return Json.object().put("type", "ttl_minutes").put("ttl_minutes", value.intValue());
    }

    /** Refuses what nobody asked for. */
    void only(String pointer, JsonNode object, Set<String> known) {
        object.properties().stream()
                .map(Map.Entry::getKey)
                .filter(field -> !known.contains(field))
                .limit(MOST_NAMED)
                .forEach(field -> refuse(
                        "%s/%s".formatted(pointer, field.replace("~", "~0").replace("/", "~1")),
                        "variable_unexpected",
                        "The template has no place for this"));
    }

    ObjectNode refuse(String pointer, String code, String message) {
        found.add(pointer, code, message);
        return null;
    }

    /** The end of a button's address that its example shows; examples are whole addresses or ends. */
    static String suffix(Layout.Button button) {
        var fixed = button.url().filled(name -> "");
        return button.example().startsWith(fixed) ? button.example().substring(fixed.length()) : button.example();
    }

    private String string(String pointer, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            refuse(pointer, "variable_missing", "The template needs a value here");
            return null;
        }
        if (!value.isTextual()) {
            refuse(pointer, "variable_type", "This value is a text");
            return null;
        }
        if (value.textValue().isBlank()) {
            refuse(pointer, "variable_empty", "Give a text that is not empty");
            return null;
        }
        return value.textValue();
    }

    private static ObjectNode textOf(String text) {
        return Json.object().put("type", "text").put("text", text);
    }

    private static boolean isDegrees(String number, String field) {
        return number.matches("-?\\d{1,3}(\\.\\d{1,20})?")
                && Math.abs(Double.parseDouble(number)) <= (field.equals("latitude") ? 90 : 180);
    }

    private static boolean hasHalves(String text) {
        return text.codePoints().anyMatch(one -> one >= Character.MIN_SURROGATE && one <= Character.MAX_SURROGATE);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
