package io.posthorn.cloudapi.graph;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.cloudapi.observing.Usage;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param next the cursor of the part behind it; empty at the end
 */
public record Page<T>(List<T> items, Optional<String> next, Usage usage) {

    /** Items that cannot be understood are left out. */
    public static <T> Page<T> of(GraphAnswer answer, Function<JsonNode, Optional<T>> item) {
        var paging = answer.body().path("paging");
        var cursor = paging.path("cursors").path("after").asText("");
        return new Page<>(
                answer.body()
                        .path("data")
                        .valueStream()
                        .flatMap(json -> item.apply(json).stream())
                        .toList(),
                paging.has("next") && !cursor.isEmpty() ? Optional.of(cursor) : Optional.empty(),
                answer.usage());
    }
}
