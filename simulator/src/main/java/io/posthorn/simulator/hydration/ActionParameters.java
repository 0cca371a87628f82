package io.posthorn.simulator.hydration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Buttons that open something inside WhatsApp: a flow, a catalog, some products of it. */
final class ActionParameters {
    private static final Set<String> OF_FLOWS = Set.of("flow_token", "flow_action_data");
    private static final Set<String> OF_CATALOGS = Set.of("thumbnail_product_retailer_id");
    private static final Set<String> OF_PRODUCTS = Set.of("thumbnail_product_retailer_id", "sections");
    private static final int MOST_SECTIONS = 10;
    private static final int MOST_PRODUCTS = 30;
    private static final int LONGEST_TITLE = 24;

    private ActionParameters() {}

    static void fillIn(String type, JsonNode definition, int index, List<JsonNode> parameters, ObjectNode filled) {
        var action = action(type, parameters);
        switch (type) {
            case "FLOW" -> fillInFlow(definition, action, filled);
            case "CATALOG" -> refuseOthers(action, OF_CATALOGS);
            default -> {
                if (parameters.isEmpty()) {
                    throw HydrationRefusal.buttonNeedsParameter(index, "Mpm");
                }
                refuseOthers(action, OF_PRODUCTS);
                checkSections(action.path("sections").valueStream().toList());
            }
        }
        filled.setAll(action);
    }

    private static ObjectNode action(String type, List<JsonNode> parameters) {
        if (parameters.isEmpty()) {
            return Json.object();
        }
        if (parameters.size() > 1) {
            throw HydrationRefusal.count("buttons", parameters.size(), 1);
        }
        var kind = parameters.getFirst().path("type").asText("").toLowerCase(Locale.ROOT);
        if (!kind.equals("action") || !(parameters.getFirst().get("action") instanceof ObjectNode action)) {
            throw HydrationRefusal.format("buttons", type, kind.toUpperCase(Locale.ROOT));
        }
        return action.deepCopy();
    }

    private static void fillInFlow(JsonNode definition, ObjectNode action, ObjectNode filled) {
        refuseOthers(action, OF_FLOWS);
        if (action.has("flow_action_data") && !action.path("flow_action_data").isObject()) {
            throw HydrationRefusal.value("buttons: flow_action_data is an object");
        }
        filled.put("flow_token", "unused");
        for (var property : List.of("flow_id", "flow_name", "flow_action", "navigate_screen")) {
            if (definition.has(property)) {
                filled.set(property, definition.get(property));
            }
        }
    }

    private static void checkSections(List<JsonNode> sections) {
        var products = sections.stream()
                .mapToInt(section -> section.path("product_items").size())
                .sum();
        if (sections.isEmpty() || products == 0) {
            throw HydrationRefusal.missing("buttons: sections with product_items are required");
        }
        if (sections.size() > MOST_SECTIONS || products > MOST_PRODUCTS) {
            throw HydrationRefusal.value(
                    "buttons: at most %d sections and %d products".formatted(MOST_SECTIONS, MOST_PRODUCTS));
        }
        for (var section : sections) {
            var title = section.path("title").asText("");
            if (title.isEmpty() && sections.size() > 1) {
                throw HydrationRefusal.missing("buttons: title of a section is required");
            }
            if (title.length() > LONGEST_TITLE) {
                throw HydrationRefusal.value(
                        "buttons: title of a section has at most %d characters".formatted(LONGEST_TITLE));
            }
            section.path("product_items").forEach(ActionParameters::checkProduct);
        }
    }

    private static void checkProduct(JsonNode product) {
        if (product.path("product_retailer_id").asText("").isEmpty()) {
            throw HydrationRefusal.missing("buttons: product_retailer_id is required");
        }
    }

    private static void refuseOthers(ObjectNode action, Set<String> known) {
        action.fieldNames().forEachRemaining(property -> {
            if (!known.contains(property)) {
                throw HydrationRefusal.unexpectedKey("action", property);
            }
        });
    }
}
