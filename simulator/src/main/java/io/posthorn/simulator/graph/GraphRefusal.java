package io.posthorn.simulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;

/** An error that has more to tell: {@code body} stands beside it. */
public record GraphRefusal(GraphError error, ObjectNode body) {
    /** Wrapped as what operations answer; written with the error's status. */
    public JsonNode asAnswer() {
        return new POJONode(this);
    }
}
