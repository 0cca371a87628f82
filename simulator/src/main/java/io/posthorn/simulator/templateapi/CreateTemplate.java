package io.posthorn.simulator.templateapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.GraphRoute;
import io.posthorn.simulator.graph.ObjectKind;
import io.posthorn.simulator.template.TemplateDraft;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;

/** {@code POST /{account}/message_templates}: with components of one's own, or from Meta's library. */
@ApplicationScoped
class CreateTemplate implements GraphOperation {
    private final NewTemplates newTemplates;

    CreateTemplate(NewTemplates newTemplates) {
        this.newTemplates = newTemplates;
    }

    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.POST, ObjectKind.ACCOUNT, "message_templates");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        var template = call.parameters().has("library_template_name")
                ? newTemplates.takeFromLibrary(
                        call.world(),
                        call.account().id(),
                        TemplateDraft.of(LibraryTemplates.writtenOut(call.parameters())))
                : newTemplates.create(call.world(), call.account().id(), TemplateDraft.of(call.parameters()));
        return Future.succeededFuture(Json.object()
                .put("id", template.id())
                .put("status", template.status().name())
                .put("category", template.category()));
    }
}
