package io.posthorn.simulator.templateapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.GraphRoute;
import io.posthorn.simulator.graph.ObjectKind;
import io.posthorn.simulator.review.Deletion;
import io.posthorn.simulator.template.Template;
import io.posthorn.simulator.template.TemplateRefusal;
import io.posthorn.simulator.template.TemplateStatus;
import io.posthorn.simulator.template.Templates;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** {@code DELETE /{account}/message_templates}: by name all languages, with {@code hsm_id} one, or many by ids. */
@ApplicationScoped
class DeleteTemplates implements GraphOperation {
    private static final int MOST_IDS = 100;

    private final Deletion deletion;

    DeleteTemplates(Deletion deletion) {
        this.deletion = deletion;
    }

    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.DELETE, ObjectKind.ACCOUNT, "message_templates");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        var doomed = call.parameters().has("hsm_ids") ? byIds(call) : byName(call);
        if (doomed.isEmpty()) {
            throw TemplateRefusal.notFound();
        }
        if (doomed.stream().anyMatch(template -> template.is(TemplateStatus.DISABLED))) {
            throw TemplateRefusal.notDeletable();
        }
        doomed.forEach(template -> deletion.delete(call.world(), template));
        return Future.succeededFuture(Json.object().put("success", true));
    }

    private static List<Template> byName(GraphCall call) {
        var named = Templates.of(call.world()).named(call.account().id(), call.required("name"));
        var id = call.parameter("hsm_id");
        return id.isEmpty()
                ? named
                : named.stream().filter(template -> template.id().equals(id)).toList();
    }

    /** All or none. */
    private static List<Template> byIds(GraphCall call) {
        var ids = call.parameters().path("hsm_ids");
        if (!ids.isArray() || ids.isEmpty() || ids.size() > MOST_IDS) {
            throw GraphError.of(100, "Param hsm_ids must be an array of 1 to %d ids.".formatted(MOST_IDS))
                    .failure();
        }
        if (call.parameters().has("name") || call.parameters().has("hsm_id")) {
            throw GraphError.of(100, "Param hsm_ids can't be given with name or hsm_id.")
                    .failure();
        }
        return ids.valueStream()
                .map(id -> Templates.of(call.world())
                        .find(id.asText())
                        .filter(template ->
                                template.wabaId().equals(call.account().id()))
                        .orElseThrow(TemplateRefusal::notFound))
                .distinct()
                .toList();
    }
}
