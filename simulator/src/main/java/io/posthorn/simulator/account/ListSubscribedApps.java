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
class ListSubscribedApps implements GraphOperation {
    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.GET, ObjectKind.ACCOUNT, "subscribed_apps");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        var page = Json.object();
        var apps = page.putArray("data");
        var subscriptions = Subscriptions.of(call.world());
        for (var appId : subscriptions.apps(call.account().id())) {
            call.world().directory().app(appId).ifPresent(subscribed -> {
                var app = apps.addObject();
                app.putObject("whatsapp_business_api_data")
                        .put("link", ReadApp.link(subscribed))
                        .put("name", subscribed.name())
                        .put("id", subscribed.id());
                subscriptions
                        .override(appId, call.account().id())
                        .ifPresent(url -> app.put("override_callback_uri", url));
            });
        }
        return Future.succeededFuture(page);
    }
}
