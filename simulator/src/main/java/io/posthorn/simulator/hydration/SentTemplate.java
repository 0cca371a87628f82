package io.posthorn.simulator.hydration;

import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.template.Template;
import io.posthorn.simulator.template.Templates;
import java.util.Optional;

/** The template that a send names, if there is one. */
public final class SentTemplate {
    private SentTemplate() {}

    public static Optional<Template> of(GraphCall call) {
        var template = call.parameters().path("template");
        return call.parameter("type").equals("template")
                ? Templates.of(call.world())
                        .find(
                                call.number().wabaId(),
                                template.path("name").asText(),
                                template.path("language").path("code").asText())
                : Optional.empty();
    }
}
