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
class ListAppSubscriptions implements GraphOperation {
    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.GET, ObjectKind.APP, "subscriptions");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        AppSubscription.requireAppToken(call);
        var page = Json.object();
        var data = page.putArray("data");
        Subscriptions.of(call.world()).ofApp(call.app().id()).ifPresent(callback -> {
            var subscription = data.addObject()
                    .put("object", AppSubscription.OBJECT)
                    .put("callback_url", callback.url())
                    .put("active", true);
            var fields = subscription.putArray("fields");
            callback.fields()
                    .forEach(name -> fields.addObject().put("name", name).put("version", "v25.0"));
        });
        return Future.succeededFuture(page);
    }
}
