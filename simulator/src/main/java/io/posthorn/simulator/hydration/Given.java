package io.posthorn.simulator.hydration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a send brings along, sorted by the component that it is for. */
record Given(Map<String, JsonNode> components, List<JsonNode> buttons) {
    private static final String BUTTON = "button";
    private static final Set<String> KNOWN =
            Set.of("header", "body", "limited_time_offer", "carousel", "tap_target_configuration");

    static Given of(JsonNode given) {
        var components = new HashMap<String, JsonNode>();
        var buttons = new ArrayList<JsonNode>();
        for (var component : given) {
            var type = component.path("type").asText("").toLowerCase(Locale.ROOT);
            if (type.equals(BUTTON)) {
                buttons.add(component);
            } else if (!KNOWN.contains(type)) {
                throw HydrationRefusal.unknownComponent(type);
            } else if (components.put(type, component) != null) {
                throw HydrationRefusal.twice(type);
            }
        }
        return new Given(components, buttons);
    }

    List<JsonNode> parametersOf(String component) {
        var found = components.get(component);
        return found == null
                ? List.of()
                : found.path("parameters").valueStream().toList();
    }

    JsonNode cards() {
        return components.get("carousel") == null
                ? MissingNode.getInstance()
                : components.get("carousel").path("cards");
    }

    /** Fails when something is there for a component that the template does not have. */
    void refuse(String component) {
        if (components.containsKey(component)) {
            throw HydrationRefusal.count(
                    component, Math.max(1, parametersOf(component).size()), 0);
        }
    }
}
