package io.posthorn.simulator.templaterule;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.template.ParameterFormat;
import io.posthorn.simulator.template.TemplateRefusal;
import io.posthorn.simulator.template.Variables;
import java.util.Set;
import java.util.stream.Collectors;

/** The examples of a component's variables; every variable needs one. */
final class Example {
    private Example() {}

    /** The property of the example is {@code property}, or its form for named variables. */
    static void check(String type, String property, ParameterFormat format, Variables variables, JsonNode component) {
        if (variables.count() > 0 && !isComplete(property, format, variables, component.path("example"))) {
            throw TemplateRefusal.missing(type, "example");
        }
    }

    private static boolean isComplete(String property, ParameterFormat format, Variables variables, JsonNode example) {
        return switch (format) {
            case POSITIONAL -> countOf(example.path(property)) == variables.count();
            case NAMED -> namesOf(example.path(property + "_named_params")).containsAll(variables.distinct());
        };
    }

    /** {@code [["a", "b"]]}; a flat array and a bare text are tolerated. */
    private static int countOf(JsonNode values) {
        if (values.isTextual()) {
            return 1;
        }
        var inner = values.path(0).isArray() ? values.path(0) : values;
        return (int) inner.valueStream()
                .filter(value -> value.isTextual() && !value.textValue().isBlank())
                .count();
    }

    private static Set<String> namesOf(JsonNode values) {
        return values.valueStream()
                .filter(value -> !value.path("example").asText("").isBlank())
                .map(value -> value.path("param_name").asText())
                .collect(Collectors.toSet());
    }
}
