package io.posthorn.simulator.profile;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.GraphRoute;
import io.posthorn.simulator.graph.ObjectKind;
import io.posthorn.simulator.number.Numbers;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ReadUsername implements GraphOperation {
    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.GET, ObjectKind.PHONE_NUMBER, "username");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        var answer = Json.object();
        Numbers.of(call.world()).of(call.number()).username().ifPresent(name -> answer.put("username", name)
                .put("status", "approved"));
        return Future.succeededFuture(answer);
    }
}
