package io.posthorn.cloudapi.rendering;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.posthorn.cloudapi.rule.Violation;
import io.posthorn.cloudapi.rule.Violations;
import java.util.List;

/**
 * The send components that variables make of a template, exactly as Meta takes them. Variables are
 * {@code {"header": "A-17", "body": ["Ana"], "buttons": {"0": "A-17"}}}; a body with names takes an object, a file or a
 * place in the header one as well, an authentication template just {@code {"code": "123456"}}.
 *
 * @param violations what is missing, too much or of the wrong kind; the components are complete only when there is none
 */
public record Filling(ArrayNode components, List<Violation> violations) {
    public Filling {
        violations = List.copyOf(violations);
    }

    /**
     * Tries.
     *
     * @param pointer where the variables stand in the request
     */
    public static Filling of(Layout layout, JsonNode variables, String pointer) {
        var found = new Violations();
        var given = variables == null || variables.isNull() ? MissingNode.getInstance() : variables;
        if (!given.isMissingNode() && !given.isObject()) {
            found.add(pointer, "variables_format", "The variables are an object");
            return new Filling(JsonNodeFactory.instance.arrayNode(), found.list());
        }
        return new Filling(new Filler(found, new Values(found)).template(layout, given, pointer), found.list());
    }
}
