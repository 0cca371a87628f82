package io.posthorn.simulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Answers a list page by page. A cursor is the id of an item, wrapped. */
public final class Page {
    private static final int USUAL_SIZE = 25;
    private static final int LARGEST_SIZE = 100;
    private static final int INVALID_CURSOR = 131059;

    private Page() {}

    /** The page of the items that the call asks for; each has an {@code id}. */
    public static ObjectNode of(GraphCall call, List<ObjectNode> items) {
        var size = size(call);
        var after = call.parameter("after");
        var before = call.parameter("before");
        var start = after.isEmpty() ? 0 : place(items, after) + 1;
        var end = Math.min(items.size(), start + size);
        if (after.isEmpty() && !before.isEmpty()) {
            end = place(items, before);
            start = Math.max(0, end - size);
        }
        return page(call, items, start, end, size);
    }

    private static ObjectNode page(GraphCall call, List<ObjectNode> items, int start, int end, int size) {
        var page = Json.object();
        page.putArray("data").addAll(items.subList(start, end));
        if (start < end) {
            var paging = page.putObject("paging");
            var last = cursor(items.get(end - 1));
            paging.putObject("cursors").put("before", cursor(items.get(start))).put("after", last);
            if (end < items.size()) {
                paging.put("next", "%s%s?limit=%d&after=%s".formatted(call.origin(), call.path(), size, last));
            }
        }
        return page;
    }

    private static int size(GraphCall call) {
        var limit = call.parameter("limit");
        if (limit.isEmpty()) {
            return USUAL_SIZE;
        }
        if (!limit.matches("[1-9]\\d{0,8}")) {
            throw GraphError.of(100, "Param limit must be an integer greater than zero.")
                    .failure();
        }
        return Math.min(LARGEST_SIZE, Integer.parseInt(limit));
    }

    private static int place(List<ObjectNode> items, String cursor) {
        for (var place = 0; place < items.size(); place++) {
            if (cursor(items.get(place)).equals(cursor)) {
                return place;
            }
        }
        throw GraphError.of(INVALID_CURSOR).failure();
    }

    /** What leads to the items after this one. */
    public static String cursor(JsonNode item) {
        var id = item.path("id").asText().getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    }
}
