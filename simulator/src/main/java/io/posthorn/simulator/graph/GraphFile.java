package io.posthorn.simulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;

/** An answer that is a file. */
public record GraphFile(String mimeType, byte[] bytes) {
    /** Wrapped as what operations answer; written as bytes all the same. */
    public JsonNode asAnswer() {
        return new POJONode(this);
    }
}
