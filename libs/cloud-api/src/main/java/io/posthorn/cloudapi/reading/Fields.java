package io.posthorn.cloudapi.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/** The fields of one object. Whatever is asked for is known; what nobody has asked for when reading ends is refused. */
final class Fields {
    private static final int LONGEST_NAME = 100;

    private final JsonNode json;
    private final String pointer;
    private final Findings findings;
    private final Set<String> known = new HashSet<>();

    private Fields(JsonNode json, String pointer, Findings findings) {
        this.json = json;
        this.pointer = pointer;
        this.findings = findings;
    }

    /** Reads an object; what is none is found and reads as an empty one. */
    static <T> T read(JsonNode json, String pointer, Findings findings, Function<Fields, T> reading) {
        if (!json.isObject()) {
            findings.malformed(pointer, "wrong_type", "This is an object");
        }
        var fields = new Fields(json.isObject() ? json : JsonNodeFactory.instance.objectNode(), pointer, findings);
        var result = reading.apply(fields);
        fields.refuseTheRest();
        return result;
    }

    String pointer() {
        return pointer;
    }

    String pointer(String field) {
        return pointer + "/" + field;
    }

    boolean has(String field) {
        return !value(field).isMissingNode();
    }

    /** A text with something in it; null when there is none. */
    String text(String field) {
        return optional(field).orElse(null);
    }

    /** A text with something in it. */
    Optional<String> optional(String field) {
        return raw(field).filter(text -> !text.isBlank());
    }

    /** A text as it is, empty or not. */
    Optional<String> raw(String field) {
        var value = value(field);
        if (!value.isMissingNode() && !value.isTextual()) {
            findings.malformed(pointer(field), "wrong_type", "This is a text");
        }
        return Optional.ofNullable(value.textValue());
    }

    /** An id or a number that people write as a text as well as a number. */
    Optional<String> word(String field) {
        return value(field).isNumber() ? Optional.of(value(field).decimalValue().toPlainString()) : optional(field);
    }

    boolean flag(String field) {
        var value = value(field);
        if (!value.isMissingNode() && !value.isBoolean()) {
            findings.malformed(pointer(field), "wrong_type", "This is true or false");
        }
        return value.asBoolean(false);
    }

    OptionalInt number(String field) {
        var written = word(field);
        if (written.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!written.get().matches("-?[0-9]{1,9}")) {
            findings.malformed(pointer(field), "wrong_type", "This is a whole number");
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(written.get()));
    }

    Optional<Long> longNumber(String field) {
        var value = value(field);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            findings.malformed(pointer(field), "wrong_type", "This is a whole number");
            return Optional.empty();
        }
        return Optional.of(value.longValue());
    }

    <T> Optional<T> object(String field, Function<Fields, T> reading) {
        return has(field)
                ? Optional.ofNullable(read(value(field), pointer(field), findings, reading))
                : Optional.empty();
    }

    /** An object that is read as an empty one when it is missing, so that its rules can say what it needs. */
    <T> T required(String field, Function<Fields, T> reading) {
        var value = value(field);
        return read(
                value.isMissingNode() ? JsonNodeFactory.instance.objectNode() : value,
                pointer(field),
                findings,
                reading);
    }

    <T> List<T> objects(String field, Function<Fields, T> reading) {
        return list(field, value(field), pointer(field), findings, reading);
    }

    static <T> List<T> list(
            String field, JsonNode value, String pointer, Findings findings, Function<Fields, T> reading) {
        var all = new ArrayList<T>();
        if (!value.isMissingNode() && !value.isArray()) {
            findings.malformed(pointer, "wrong_type", "This is a list");
        }
        for (var index = 0; value.isArray() && index < value.size(); index++) {
            all.add(read(value.get(index), "%s/%d".formatted(pointer, index), findings, reading));
        }
        return all;
    }

    /** An object whose inside is somebody else's. */
    Optional<ObjectNode> data(String field) {
        var value = value(field);
        if (!value.isMissingNode() && !value.isObject()) {
            findings.malformed(pointer(field), "wrong_type", "This is an object");
        }
        return value instanceof ObjectNode object ? Optional.of(object.deepCopy()) : Optional.empty();
    }

    /** Texts by names that are the sender's own. */
    Map<String, String> texts(String field) {
        var texts = new LinkedHashMap<String, String>();
        data(field).ifPresent(object -> object.properties().forEach(one -> {
            if (one.getValue().isTextual()) {
                texts.put(one.getKey(), one.getValue().textValue());
            } else {
                findings.malformed(pointer(field) + "/" + escaped(one.getKey()), "wrong_type", "This is a text");
            }
        }));
        return texts;
    }

    void broken(String field, String code, String message) {
        findings.broken(pointer(field), code, message);
    }

    /** Takes any object, whatever is in it. */
    JsonNode asWritten() {
        json.fieldNames().forEachRemaining(known::add);
        return json;
    }

    Findings findings() {
        return findings;
    }

    JsonNode value(String field) {
        known.add(field);
        var value = json.path(field);
        return value.isNull() ? MissingNode.getInstance() : value;
    }

    private void refuseTheRest() {
        json.fieldNames().forEachRemaining(field -> {
            if (!known.contains(field)) {
                findings.malformed(pointer + "/" + escaped(field), "unknown_field", "Nobody knows this field here");
            }
        });
    }

    private static String escaped(String field) {
        var name = field.length() > LONGEST_NAME ? field.substring(0, LONGEST_NAME) : field;
        return name.replace("~", "~0").replace("/", "~1");
    }
}
