package io.posthorn.simulator.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.customer.BlockList;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.GraphRoute;
import io.posthorn.simulator.graph.ObjectKind;
import io.posthorn.simulator.graph.Page;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ListBlockedUsers implements GraphOperation {
    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.GET, ObjectKind.PHONE_NUMBER, "block_users");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        var users = BlockList.of(call.world()).all(call.number().id()).stream()
                .map(customer -> Json.object()
                        .put("messaging_product", "whatsapp")
                        .put("wa_id", customer)
                        .put("id", customer))
                .toList();
        var page = Page.of(call, users);
        page.path("data").forEach(user -> ((ObjectNode) user).remove("id"));
        return Future.succeededFuture(page);
    }
}
