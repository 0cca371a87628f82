package io.posthorn.simulator.account;

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
class ListNumbers implements GraphOperation {
    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.GET, ObjectKind.ACCOUNT, "phone_numbers");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        var page = Json.object();
        page.putArray("data").add(NumberFields.read(call.world(), call.fields()));
        page.putObject("paging").putObject("cursors").put("before", "QVFI").put("after", "QVFJ");
        return Future.succeededFuture(page);
    }
}
