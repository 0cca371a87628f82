package io.posthorn.simulator.graph;

/** Ends an operation with a Graph error. */
public final class GraphFailure extends RuntimeException {
    private final transient GraphError error;

    GraphFailure(GraphError error) {
        super(error.message(), null, false, false); // an everyday answer, not worth a stack trace
        this.error = error;
    }

    public GraphError error() {
        return error;
    }
}
