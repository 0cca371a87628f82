package io.posthorn.simulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;

/** One thing the Graph API can do. Each bean of this type is found and served. */
public interface GraphOperation {
    GraphRoute route();

    /** Answers, or fails with a {@link GraphFailure}. */
    Future<JsonNode> answer(GraphCall call);
}
