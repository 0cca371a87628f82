package io.posthorn.simulator.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.graph.GraphError;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The components of a template, or of a card of its carousel. */
public final class Components {
    private static final List<String> IN_CAPITALS = List.of("type", "format", "otp_type", "flow_action");

    private Components() {}

    public static Optional<JsonNode> find(JsonNode components, String type) {
        return components
                .valueStream()
                .filter(component -> component.path("type").asText().equals(type))
                .findFirst();
    }

    public static Stream<JsonNode> buttons(JsonNode components) {
        return find(components, "BUTTONS").stream()
                .flatMap(component -> component.path("buttons").valueStream());
    }

    /** A copy with the names of kinds in capitals, wherever components stand. */
    static ArrayNode of(JsonNode given) {
        if (!(given instanceof ArrayNode array) || array.isEmpty()) {
            throw GraphError.of(100, "The parameter components is required.").failure();
        }
        var components = array.deepCopy();
        components.forEach(Components::capitalise);
        return components;
    }

    private static void capitalise(JsonNode component) {
        if (!(component instanceof ObjectNode object)) {
            throw GraphError.of(100, "Param components must be an array of objects.")
                    .failure();
        }
        IN_CAPITALS.forEach(property -> capitalise(object, property));
        component.path("buttons").forEach(Components::capitalise);
        component.path("cards").forEach(card -> card.path("components").forEach(Components::capitalise));
    }

    private static void capitalise(ObjectNode object, String property) {
        if (object.path(property).isTextual()) {
            object.put(property, object.path(property).textValue().toUpperCase(Locale.ROOT));
        }
    }
}
