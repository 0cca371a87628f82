package io.posthorn.simulator.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Set;

/** Answers {@code ?fields=}: what was asked for, and the id. */
public final class Fields {
    private static final String ID = "id";

    private Fields() {}

    public static ObjectNode select(ObjectNode all, Set<String> asked) {
        for (var name : asked) {
            if (!all.has(name)) {
                throw GraphError.of(100, "Tried accessing nonexisting field (%s)".formatted(name))
                        .failure();
            }
        }
        var kept = new ArrayList<>(asked);
        kept.add(ID);
        return all.retain(kept);
    }
}
