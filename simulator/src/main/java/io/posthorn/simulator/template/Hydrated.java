package io.posthorn.simulator.template;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;

/**
 * A template with its variables filled in, as the customer sees it.
 *
 * @param header null when there is none
 * @param footer null when there is none
 * @param buttons each with {@code index}, {@code type}, {@code text} and what pressing it gives
 */
public record Hydrated(Template template, ObjectNode header, String body, String footer, ArrayNode buttons) {

    public ObjectNode toJson() {
        var json = Json.object()
                .put("id", template.id())
                .put("name", template.name())
                .put("language", template.language())
                .put("category", template.category());
        if (header != null) {
            json.set("header", header);
        }
        json.put("body", body);
        if (footer != null) {
            json.put("footer", footer);
        }
        json.set("buttons", buttons);
        return json;
    }
}
