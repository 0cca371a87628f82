package io.posthorn.simulator.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A message of a customer, complete.
 *
 * @param content stands under the name of the type; null when the type has none
 * @param extras stand beside it, such as {@code context}
 */
record Inbound(String type, JsonNode content, Map<String, JsonNode> extras) {

    Inbound with(Map<String, JsonNode> more) {
        var all = new LinkedHashMap<>(more);
        all.putAll(extras);
        return new Inbound(type, content, all);
    }

    Inbound with(String name, JsonNode extra) {
        var all = new LinkedHashMap<>(extras);
        all.put(name, extra);
        return new Inbound(type, content, all);
    }
}
