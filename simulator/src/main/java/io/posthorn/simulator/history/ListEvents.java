package io.posthorn.simulator.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.GraphRoute;
import io.posthorn.simulator.graph.ObjectKind;
import io.posthorn.simulator.graph.Page;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** {@code GET /{message-history-id}/events}: the statuses of one message. */
@ApplicationScoped
class ListEvents implements GraphOperation {
    private static final List<String> STATUSES = List.of("SENT", "DELIVERED", "READ", "FAILED", "DELETED");

    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.GET, ObjectKind.MESSAGE_HISTORY, "events");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        var wish = call.parameter("status_filter");
        if (!wish.isEmpty() && !STATUSES.contains(wish)) {
            throw GraphError.of(100, "Invalid parameter: status_filter must be a valid delivery status")
                    .failure();
        }
        return Future.succeededFuture(asEdges(Page.of(call, nodes(call, wish))));
    }

    private static List<ObjectNode> nodes(GraphCall call, String wish) {
        var message = Histories.of(call.world()).find(call.objectId()).orElseThrow();
        return message.events().stream()
                .filter(event -> wish.isEmpty() || wish.equals(event.status()))
                .map(event -> event.asNode(call.world(), message.wamid()))
                .toList();
    }

    /** Here, unlike elsewhere, each item comes with its cursor. */
    private static ObjectNode asEdges(ObjectNode page) {
        var edges = Json.MAPPER.createArrayNode();
        for (var node : (ArrayNode) page.path("data")) {
            edges.addObject().put("cursor", Page.cursor(node)).set("node", node);
        }
        return page.set("data", edges);
    }
}
