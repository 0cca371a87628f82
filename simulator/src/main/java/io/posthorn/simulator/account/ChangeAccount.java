package io.posthorn.simulator.account;

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

@ApplicationScoped
class ChangeAccount implements GraphOperation {
    private static final int LONGEST_NAME = 128;

    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.POST, ObjectKind.ACCOUNT, "");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        var all = AccountTraitsOfWorld.of(call.world());
        var now = all.of(call.account());
        var name = call.parameter("name").isBlank() ? now.name() : call.parameter("name");
        var timezone = call.parameter("timezone_id").isEmpty() ? now.timezoneId() : call.parameter("timezone_id");
        if (!call.parameters().has("name") && !call.parameters().has("timezone_id")) {
            throw GraphError.of(100, "The parameter name or timezone_id is required.")
                    .failure();
        }
        if (name.length() > LONGEST_NAME || !timezone.matches("[0-9]{1,3}")) {
            throw GraphError.of(100, "Param name or timezone_id is not valid.").failure();
        }
        all.put(call.account(), new AccountTraits(name, timezone));
        return Future.succeededFuture(Json.object().put("success", true));
    }
}
