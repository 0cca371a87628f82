package io.posthorn.simulator.templateapi;

import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.template.Template;
import io.posthorn.simulator.template.TemplateRefusal;
import io.posthorn.simulator.template.Templates;

/** Finds the template that a call is about. */
final class FoundTemplate {
    private FoundTemplate() {}

    static Template of(GraphCall call) {
        var template = Templates.of(call.world()).find(call.objectId()).orElseThrow(TemplateRefusal::notFound);
        if (!call.token().reaches(template.wabaId())) {
            throw TemplateRefusal.noAccess();
        }
        return template;
    }
}
