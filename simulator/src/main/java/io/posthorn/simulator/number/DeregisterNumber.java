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

/** The number stays in its account; there is no way to delete it here. */
@ApplicationScoped
class DeregisterNumber implements GraphOperation {
    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.POST, ObjectKind.PHONE_NUMBER, "deregister");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        var state = Numbers.of(call.world()).of(call.number());
        synchronized (state) {
            state.registration().deregister(call.world().clock().millis());
        }
        return Future.succeededFuture(Json.object().put("success", true));
    }
}
