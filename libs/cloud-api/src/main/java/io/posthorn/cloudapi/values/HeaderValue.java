package io.posthorn.cloudapi.values;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.cloudapi.part.Json;
import io.posthorn.cloudapi.rule.Violations;
import java.util.List;

/** The one value of a header: a text, a file, a location or a product. */
public record HeaderValue(Value value) implements Component {
    @Override
    public List<ObjectNode> toJson() {
        return List.of(
                Json.set(Json.object().put("type", "header"), "parameters", Json.array(List.of(value), Value::toJson)));
    }

    @Override
    public void check(Violations found, String pointer) {
        value.check(found, pointer + "/parameters/0");
        switch (value) {
            case Value.Text text -> {}
            case Value.Media media -> {}
            case Value.Location location -> {}
            case Value.Product product -> {}
            case Value.Currency amount -> refuse(found, pointer);
            case Value.DateTime time -> refuse(found, pointer);
        }
    }

    private static void refuse(Violations found, String pointer) {
        found.add(pointer + "/parameters/0/type", "header_kind", "A header takes no amounts and no dates");
    }
}
