package io.posthorn.simulator.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.GraphRoute;
import io.posthorn.simulator.graph.ObjectKind;
import io.posthorn.simulator.webhook.Subscriptions;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class UnsubscribeApp implements GraphOperation {
    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.DELETE, ObjectKind.ACCOUNT, "subscribed_apps");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        Subscriptions.of(call.world()).cancel(call.app().id(), call.account().id());
        return Future.succeededFuture(Json.object().put("success", true));
    }
}
