package io.posthorn.cloudapi.templatecheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** A piece of the template under check, with the place where it stands and the list that takes what is found. */
record Part(JsonNode json, String pointer, Map<String, Finding> found) {
    static Part whole(JsonNode template) {
        return new Part(template, "", new LinkedHashMap<>());
    }

    Part at(String field) {
        return new Part(json.path(field), pointer + '/' + escaped(field), found);
    }

    Part at(int index) {
        return new Part(json.path(index), pointer + '/' + index, found);
    }

    List<Part> items() {
        return IntStream.range(0, json.size()).mapToObj(this::at).toList();
    }

    /** An explicit null is nothing. */
    boolean has(String field) {
        return json.hasNonNull(field);
    }

    /** A word of a closed set, which Meta takes in any case. */
    String word(String field) {
        return text(field).toUpperCase(Locale.ROOT);
    }

    /** Empty when there is none; of another type it is reported, and read all the same where its meaning is plain. */
    String text(String field) {
        return at(field).text();
    }

    String text() {
        if (json.isTextual()) {
            return json.textValue();
        }
        if (json.isValueNode() && !json.isNull()) {
            add(Rule.FIELD_TYPE, new Fix(pointer, TextNode.valueOf(json.asText())));
            return json.asText();
        }
        if (!json.isMissingNode() && !json.isNull()) {
            add(Rule.FIELD_TYPE);
        }
        return "";
    }

    Optional<Integer> number(String field) {
        var part = at(field);
        if (part.json.isInt()) {
            return Optional.of(part.json.intValue());
        }
        if (part.json.isTextual() && part.json.textValue().strip().matches("-?\\d{1,9}")) {
            var value = Integer.valueOf(part.json.textValue().strip());
            part.add(Rule.FIELD_TYPE, new Fix(part.pointer, IntNode.valueOf(value)));
            return Optional.of(value);
        }
        if (has(field)) {
            part.add(Rule.FIELD_TYPE);
        }
        return Optional.empty();
    }

    /** Reports what is not a field of this part; {@code related} ones are known, but stand elsewhere. */
    void checkFields(Set<String> own, Set<String> related) {
        checkFields(own, related, Rule.FIELD_UNKNOWN);
    }

    void checkFields(Set<String> own, Set<String> related, Rule unknown) {
        json.propertyStream().forEach(property -> {
            var name = property.getKey();
            var there = pointer + '/' + escaped(name);
            if (!own.contains(name)) {
                at(name).add(related.contains(name) ? Rule.FIELD_UNEXPECTED : unknown, Fix.remove(there));
            } else if (property.getValue().isNull()) {
                at(name).add(Rule.FIELD_TYPE, Fix.remove(there));
            }
        });
    }

    void add(Rule rule) {
        add(rule, rule.sentence(), Optional.empty());
    }

    void add(Rule rule, Fix fix) {
        add(rule, rule.sentence(), Optional.of(fix));
    }

    void add(Rule rule, String message) {
        add(rule, message, Optional.empty());
    }

    /** With the text that belongs here instead. */
    void addWithText(Rule rule, String mended) {
        add(rule, new Fix(pointer, TextNode.valueOf(mended)));
    }

    void add(Rule rule, String message, Optional<Fix> fix) {
        found.putIfAbsent(pointer + ' ' + rule.name(), new Finding(pointer, rule, message, fix));
    }

    private static String escaped(String field) {
        return field.indexOf('~') < 0 && field.indexOf('/') < 0
                ? field
                : field.replace("~", "~0").replace("/", "~1");
    }
}
