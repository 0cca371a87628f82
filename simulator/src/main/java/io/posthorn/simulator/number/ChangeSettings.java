package io.posthorn.simulator.number;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.GraphRoute;
import io.posthorn.simulator.graph.ObjectKind;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ChangeSettings implements GraphOperation {
    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.POST, ObjectKind.PHONE_NUMBER, "settings");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        Numbers.of(call.world()).of(call.number()).set(NumberSettings.patch(call.parameters()));
        return Future.succeededFuture(Json.object().put("success", true));
    }
}
