package io.posthorn.simulator.hydration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which button a component is for: its place from 0 on, written as a number or as a text. */
final class ButtonIndex {
    private ButtonIndex() {}

    static Map<Integer, JsonNode> of(List<JsonNode> given, int count) {
        var byIndex = new HashMap<Integer, JsonNode>();
        for (var button : given) {
            var index = button.path("index").asText("");
            if (index.isEmpty()) {
                throw HydrationRefusal.missing("buttons: index is required");
            }
            if (!index.matches("\\d{1,2}") || Integer.parseInt(index) >= count) {
                throw HydrationRefusal.format("buttons", "an index below " + count, index);
            }
            if (byIndex.put(Integer.parseInt(index), button) != null) {
                throw HydrationRefusal.twice("button at index " + index);
            }
        }
        return byIndex;
    }
}
