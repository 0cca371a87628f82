package io.posthorn.cloudapi.values;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.cloudapi.part.Json;
import io.posthorn.cloudapi.rule.Violations;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The values of a body: in the order of their numbers, or each with its name. */
public record BodyValues(List<Value> values) implements Component {
    private static final int MAX_VALUES = 250;

    public BodyValues {
        values = List.copyOf(values);
    }

    public static BodyValues of(String... texts) {
        return new BodyValues(Arrays.stream(texts).map(Value::text).toList());
    }

    @Override
    public List<ObjectNode> toJson() {
        return List.of(Json.set(Json.object().put("type", "body"), "parameters", Json.array(values, Value::toJson)));
    }

    @Override
    public void check(Violations found, String pointer) {
        var place = pointer + "/parameters";
        found.count(place, "values", values.size(), 1, MAX_VALUES);
        var names = values.stream().map(Value::name).flatMap(Optional::stream).toList();
        found.require(
                names.isEmpty() || names.size() == values.size(),
                place,
                "values_mixed",
                "Either all values have names or none has");
        found.unique(place, "value_name", names);
        for (var index = 0; index < values.size(); index++) {
            var one = "%s/%d".formatted(place, index);
            values.get(index).check(found, one);
            switch (values.get(index)) {
                case Value.Text text -> {}
                case Value.Currency amount -> {}
                case Value.DateTime time -> {}
                case Value.Media media -> refuse(found, one);
                case Value.Location location -> refuse(found, one);
                case Value.Product product -> refuse(found, one);
            }
        }
    }

    private static void refuse(Violations found, String pointer) {
        found.add(pointer + "/type", "body_kind", "A body takes texts, amounts and dates");
    }
}
