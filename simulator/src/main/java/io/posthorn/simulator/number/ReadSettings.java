package io.posthorn.simulator.number;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.GraphRoute;
import io.posthorn.simulator.graph.ObjectKind;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ReadSettings implements GraphOperation {
    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.GET, ObjectKind.PHONE_NUMBER, "settings");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        var settings = Numbers.of(call.world()).of(call.number()).settings();
        ((ObjectNode) settings.path("payload_encryption")).remove("client_encryption_key");
        return Future.succeededFuture(settings);
    }
}
