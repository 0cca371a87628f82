package io.posthorn.simulator.templateapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.GraphRoute;
import io.posthorn.simulator.graph.ObjectKind;
import io.posthorn.simulator.review.Pauses;
import io.posthorn.simulator.template.TemplateRefusal;
import io.posthorn.simulator.template.TemplateStatus;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;

/** {@code POST /{template}/unpause}. */
@ApplicationScoped
class UnpauseTemplate implements GraphOperation {
    private final Pauses pauses;

    UnpauseTemplate(Pauses pauses) {
        this.pauses = pauses;
    }

    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.POST, ObjectKind.TEMPLATE, "unpause");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        var template = FoundTemplate.of(call);
        if (!template.is(TemplateStatus.PAUSED)) {
            throw TemplateRefusal.notInThisStatus();
        }
        pauses.unpause(call.world(), template);
        return Future.succeededFuture(Json.object().put("success", true));
    }
}
