package io.posthorn.simulator.number;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphError;
import java.util.ArrayList;
import java.util.List;

/** {@code filtering=[{"field":"account_mode","operator":"EQUAL","value":"SANDBOX"}]}: all of them must hold. */
record NumberFilter(List<Condition> conditions) {
    private static final int MOST = 10;

    record Condition(String field, boolean negated, String value) {}

    static NumberFilter of(GraphCall call) {
        var filtering = call.parameters().path("filtering");
        if (filtering.isMissingNode()) {
            return new NumberFilter(List.of());
        }
        if (!filtering.isArray() || filtering.size() > MOST) {
            throw refused("Invalid parameter: filtering must be valid JSON");
        }
        var conditions = new ArrayList<Condition>();
        filtering.forEach(condition -> conditions.add(read(condition)));
        return new NumberFilter(conditions);
    }

    boolean takes(ObjectNode number) {
        return conditions.stream().allMatch(condition -> {
            var value = number.path(condition.field());
            if (value.isMissingNode()) {
                throw refused("Filtering field '%s' is not supported".formatted(condition.field()));
            }
            return value.asText().equalsIgnoreCase(condition.value()) != condition.negated();
        });
    }

    private static Condition read(JsonNode condition) {
        var operator = condition.path("operator").asText("");
        if (!operator.equals("EQUAL") && !operator.equals("NOT_EQUAL")) {
            throw refused("Filtering operator '%s' is not supported".formatted(operator));
        }
        return new Condition(
                condition.path("field").asText(""),
                operator.equals("NOT_EQUAL"),
                condition.path("value").asText(""));
    }

    private static RuntimeException refused(String message) {
        return GraphError.of(100, message).failure();
    }
}
