package io.posthorn.simulator.number;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.GraphRoute;
import io.posthorn.simulator.graph.ObjectKind;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;

/** Sends a code, which the control API shows: nobody has the phone. */
@ApplicationScoped
class RequestCode implements GraphOperation {
    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.POST, ObjectKind.PHONE_NUMBER, "request_code");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        var method = call.required("code_method");
        if (!method.equals("SMS") && !method.equals("VOICE")) {
            throw GraphError.of(100, "Param code_method must be one of {SMS, VOICE} - got \"%s\".".formatted(method))
                    .failure();
        }
        if (!call.required("language").matches("[a-z]{2,3}([_-][A-Za-z]{2,4})?")) {
            throw GraphError.of(100, "Param language is not a valid locale.").failure();
        }
        var world = call.world();
        var state = Numbers.of(world).of(call.number());
        synchronized (state) {
            var now = world.clock().millis();
            state.verification().send(world.dice().digits(6, "code", call.objectId() + now), now);
        }
        return Future.succeededFuture(Json.object().put("success", true));
    }
}
