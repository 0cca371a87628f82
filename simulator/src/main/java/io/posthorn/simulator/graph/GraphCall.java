package io.posthorn.simulator.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.world.World;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A call whose token and object were found.
 *
 * @param parameters JSON body, form and query together, as Meta takes them
 */
public record GraphCall(World world, String objectId, ObjectNode parameters) {

    /** The fields asked for with {@code ?fields=}; empty for the usual ones. */
    public Set<String> fields() {
        var fields = parameters.path("fields").asText("");
        return fields.isBlank()
                ? Set.of()
                : new LinkedHashSet<>(Arrays.asList(fields.trim().split("\\s*,\\s*")));
    }
}
