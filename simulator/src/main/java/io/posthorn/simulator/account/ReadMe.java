package io.posthorn.simulator.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.graph.Fields;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.GraphRoute;
import io.posthorn.simulator.graph.ObjectKind;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

@ApplicationScoped
class ReadMe implements GraphOperation {
    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.GET, ObjectKind.ME, "");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        var me = Json.object()
                .put("name", "System user of " + call.app().name())
                .put("id", "1" + call.app().id().substring(1));
        return Future.succeededFuture(Fields.select(me, call.fields().isEmpty() ? Set.of("name") : call.fields()));
    }
}
