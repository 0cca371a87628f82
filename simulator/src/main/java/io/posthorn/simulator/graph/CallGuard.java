package io.posthorn.simulator.graph;

import java.util.Optional;

/** A reason to refuse a call before it is served. Each bean of this type is asked, in no order. */
public interface CallGuard {
    Optional<GraphError> refusal(GraphRoute route, GraphCall call);
}
