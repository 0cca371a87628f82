package io.posthorn.cloudapi.values;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.cloudapi.rule.Violations;
import java.util.List;

/** A component in Meta's words that was held against its approved template before. */
public record RawComponent(JsonNode json) implements Component {
    @Override
    public List<JsonNode> toJson() {
        return List.of(json);
    }

    @Override
    public void check(Violations found, String pointer) {
        found.require(json.isObject(), pointer, "component_format", "A component is an object");
    }

    @Override
    public String toString() {
        return "RawComponent[hidden]";
    }
}
