package io.posthorn.simulator.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.ControlProblem;
import io.posthorn.simulator.control.Json;
import java.util.Collection;
import java.util.Optional;

/** Reads what callers wish, and tells them what is wrong with it. */
final class Wish {
    private static final int LONGEST_TEXT = 65_536;

    private Wish() {}

    static ControlProblem wrong(String rule) {
        return ControlProblem.refused("invalid_value", rule);
    }

    /** An object; nothing given is an empty one. */
    static ObjectNode object(JsonNode value, String name) {
        if (value.isMissingNode() || value.isNull()) {
            return Json.object();
        }
        if (value instanceof ObjectNode object) {
            return object;
        }
        throw wrong(name + " is an object");
    }

    static String text(JsonNode value, String name) {
        return optional(value, name).filter(text -> !text.isEmpty()).orElseThrow(() -> wrong(name + " is a text"));
    }

    static Optional<String> optional(JsonNode value, String name) {
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual() || value.textValue().length() > LONGEST_TEXT) {
            throw wrong("%s is a text of at most %d characters".formatted(name, LONGEST_TEXT));
        }
        return Optional.of(value.textValue());
    }

    static void number(JsonNode value, String name, double lowest, double highest) {
        if (!value.isNumber() || value.doubleValue() < lowest || value.doubleValue() > highest) {
            throw wrong("%s is a number from %s to %s".formatted(name, lowest, highest));
        }
    }

    static void whole(JsonNode value, String name, int lowest) {
        if (!value.isIntegralNumber() || value.longValue() < lowest) {
            throw wrong("%s is a whole number from %d".formatted(name, lowest));
        }
    }

    static JsonNode filled(JsonNode array, String name, int most) {
        if (!array.isArray() || array.isEmpty() || array.size() > most) {
            throw wrong("%s is an array of 1 to %d".formatted(name, most));
        }
        return array;
    }

    static String oneOf(JsonNode value, String name, Collection<String> choices) {
        if (!value.isTextual() || !choices.contains(value.textValue())) {
            throw wrong("%s is one of %s".formatted(name, String.join(", ", choices)));
        }
        return value.textValue();
    }

    static void onlyKnown(ObjectNode object, String name, Collection<String> known) {
        object.fieldNames().forEachRemaining(property -> {
            if (!known.contains(property)) {
                throw wrong("%s has no property %s".formatted(name, property));
            }
        });
    }
}
