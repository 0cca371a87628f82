package io.posthorn.simulator.templateapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.GraphRoute;
import io.posthorn.simulator.graph.ObjectKind;
import io.posthorn.simulator.template.TemplateJson;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ReadTemplate implements GraphOperation {
    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.GET, ObjectKind.TEMPLATE, "");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        return Future.succeededFuture(TemplateJson.read(call.world(), FoundTemplate.of(call), call.fields()));
    }
}
