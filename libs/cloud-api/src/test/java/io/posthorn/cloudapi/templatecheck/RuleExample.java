package io.posthorn.cloudapi.templatecheck;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.testkit.templates.TemplateSamples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A rule, kept and broken: what stands at a place of a sample either way, and where a breach is reported. Read from
 * {@code rule-examples.txt}.
 */
record RuleExample(Rule rule, String sample, String place, String accepted, String refused, String reported) {
    private static final String NOTHING = "-";

    static List<RuleExample> all() {
        try (var file = RuleExample.class.getResourceAsStream("/rule-examples.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(RuleExample::of)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    ObjectNode kept() {
        return with(accepted);
    }

    ObjectNode broken() {
        return with(refused);
    }

    private ObjectNode with(String value) {
        var template = TemplateSamples.named(sample);
        var pointer = JsonPointer.compile(place);
        var parent = template.at(pointer.head());
        if (parent instanceof ArrayNode array) {
            var index = pointer.last().getMatchingIndex();
            if (value.equals(NOTHING)) {
                array.remove(index);
            } else {
                array.set(index, TemplateSamples.json(value));
            }
        } else if (value.equals(NOTHING)) {
            ((ObjectNode) parent).remove(pointer.last().getMatchingProperty());
        } else {
            ((ObjectNode) parent).set(pointer.last().getMatchingProperty(), TemplateSamples.json(value));
        }
        return template;
    }

    private static RuleExample of(String line) {
        var parts = Arrays.stream(line.split(" \\| ")).map(String::strip).toList();
        var reported = parts.size() < 6 ? parts.get(2) : parts.get(5);
        return new RuleExample(
                Rule.valueOf(parts.get(0).toUpperCase(Locale.ROOT)),
                parts.get(1),
                parts.get(2),
                parts.get(3),
                parts.get(4),
                reported.equals(NOTHING) ? "" : reported);
    }

    @Override
    public String toString() {
        return rule.code();
    }
}
