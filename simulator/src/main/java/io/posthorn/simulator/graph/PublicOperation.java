package io.posthorn.simulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What can be asked without a token, at one path. Each bean of this type is found and served. */
public interface PublicOperation {
    /** Without the version, such as {@code oauth/access_token}. */
    String path();

    /** Answers, or fails with a {@link GraphFailure}. */
    JsonNode answer(ObjectNode parameters);
}
