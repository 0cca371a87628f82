package io.posthorn.cloudapi.templatecheck;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.posthorn.cloudapi.template.Texts;
import java.util.HashSet;
import java.util.Set;

/** Meta's reviewers read an example for every variable. */
final class ExampleCheck {
    private static final String NAMED = "_named_params";
    private static final Set<String> FIELDS =
            Set.of("header_text", "header_text" + NAMED, "header_handle", "body_text", "body_text" + NAMED);
    private static final Set<String> FIELDS_OF_NAMED = Set.of("param_name", "example");
    private static final int MOST_LOOKED_AT = 100;

    private ExampleCheck() {}

    /** @param property where the examples of numbered variables stand */
    static void check(Part component, String property, Placeholders variables, int longest) {
        var example = component.at("example");
        if (variables.isEmpty()) {
            if (component.has("example")) {
                example.add(Rule.EXAMPLE_NEEDLESS, Fix.remove(example.pointer()));
            }
            return;
        }
        if (!component.has("example")) {
            example.add(Rule.EXAMPLE_MISSING);
        } else if (!example.json().isObject()) {
            example.add(Rule.FIELD_TYPE);
        } else if (variables.distinct().stream().allMatch(Placeholders::isName)) {
            example.checkFields(Set.of(property + NAMED), FIELDS);
            checkNamed(example, example.at(property + NAMED), variables, longest);
        } else {
            example.checkFields(Set.of(property), FIELDS);
            checkNumbered(example, example.at(property), property.equals("body_text"), variables, longest);
        }
    }

    /** {@code [["a", "b"]]} for a body, {@code ["a"]} for a header; a flat list and a bare text are tolerated. */
    private static void checkNumbered(Part example, Part values, boolean nested, Placeholders variables, int longest) {
        if (values.json().isTextual()) {
            var list = JsonNodeFactory.instance.arrayNode().add(values.json());
            values.add(
                    Rule.EXAMPLE_FORM,
                    new Fix(values.pointer(), nested ? list.arrayNode().add(list) : list));
            checkCount(example, values, 1, variables);
            checkText(values, longest);
            return;
        }
        if (nested && values.json().isArray() && !values.json().path(0).isArray()) {
            values.add(
                    Rule.EXAMPLE_FORM,
                    new Fix(
                            values.pointer(),
                            JsonNodeFactory.instance.arrayNode().add(values.json())));
        }
        var list = nested && values.json().path(0).isArray() ? values.at(0) : values;
        if (list.json().isObject() || list.json().isNumber()) {
            list.add(Rule.FIELD_TYPE);
            return;
        }
        checkCount(example, list, list.json().size(), variables);
        list.items().stream().limit(MOST_LOOKED_AT).forEach(value -> checkText(value, longest));
    }

    private static void checkNamed(Part example, Part values, Placeholders variables, int longest) {
        var missing = new HashSet<>(variables.distinct());
        for (var value : values.items().stream().limit(MOST_LOOKED_AT).toList()) {
            if (!value.json().isObject()) {
                value.add(Rule.FIELD_TYPE);
                continue;
            }
            value.checkFields(FIELDS_OF_NAMED, Set.of());
            var name = value.text("param_name");
            if (missing.remove(name)) {
                checkText(value.at("example"), longest);
            } else {
                value.add(Rule.EXAMPLE_UNEXPECTED, Fix.remove(value.pointer()));
            }
        }
        if (!missing.isEmpty()) {
            example.add(Rule.EXAMPLE_MISSING);
        }
    }

    private static void checkCount(Part example, Part list, int given, Placeholders variables) {
        var needed = variables.count();
        if (given < needed) {
            example.add(Rule.EXAMPLE_MISSING, "Give an example for each variable: %d, not %d".formatted(needed, given));
        } else if (given > needed) {
            var kept = JsonNodeFactory.instance.arrayNode();
            list.json().valueStream().limit(needed).forEach(kept::add);
            list.add(Rule.EXAMPLE_UNEXPECTED, new Fix(list.pointer(), kept));
        }
    }

    private static void checkText(Part value, int longest) {
        var text = value.text();
        if (text.isBlank()) {
            value.add(Rule.EXAMPLE_BLANK);
        } else if (Texts.length(text) > longest) {
            value.add(Rule.EXAMPLE_TOO_LONG);
        } else if (Texts.isUnprintable(text) || Texts.hasLineBreak(text)) {
            value.add(Rule.EXAMPLE_CHARACTERS, new Fix(value.pointer(), TextNode.valueOf(Signs.oneLine(text))));
        }
    }
}
