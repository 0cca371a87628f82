package io.posthorn.simulator.template;

import io.posthorn.simulator.graph.GraphCall;

/** Finds the template that a call is about. */
final class FoundTemplate {
    private FoundTemplate() {}

    static Template of(GraphCall call) {
        return Templates.of(call.world()).find(call.objectId()).orElseThrow(TemplateRefusal::notFound);
    }
}
