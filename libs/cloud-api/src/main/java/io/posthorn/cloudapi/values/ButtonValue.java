package io.posthorn.cloudapi.values;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.cloudapi.part.Json;
import io.posthorn.cloudapi.rule.Violations;
import java.util.List;

/** What a button of the template gets; the index counts all buttons of the template from 0. */
public record ButtonValue(int index, ButtonAction action) implements Component {
    private static final int MAX_INDEX = 9;

    @Override
    public List<ObjectNode> toJson() {
        var json = Json.object()
                .put("type", "button")
                .put("sub_type", action.subType())
                .put("index", Integer.toString(index));
        var parameters = action.parameters();
        return List.of(parameters.isEmpty() ? json : Json.set(json, "parameters", Json.array(parameters, one -> one)));
    }

    @Override
    public void check(Violations found, String pointer) {
        found.require(
                index >= 0 && index <= MAX_INDEX,
                pointer + "/index",
                "button_index",
                "Buttons count from 0 to %d".formatted(MAX_INDEX));
        action.check(found, pointer + "/parameters/0");
    }
}
