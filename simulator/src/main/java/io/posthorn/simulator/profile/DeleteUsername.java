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
import java.util.Optional;

@ApplicationScoped
class DeleteUsername implements GraphOperation {
    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.DELETE, ObjectKind.PHONE_NUMBER, "username");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        var state = Numbers.of(call.world()).of(call.number());
        if (state.username().isEmpty()) {
            throw Username.refused(Username.MISSING, "The phone number has no username.");
        }
        state.nameUser(Optional.empty());
        return Future.succeededFuture(Json.object().put("success", true));
    }
}
