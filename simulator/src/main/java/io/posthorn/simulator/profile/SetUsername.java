package io.posthorn.simulator.profile;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.GraphRoute;
import io.posthorn.simulator.graph.ObjectKind;
import io.posthorn.simulator.number.Numbers;
import io.posthorn.simulator.webhook.Update;
import io.posthorn.simulator.webhook.Webhooks;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

@ApplicationScoped
class SetUsername implements GraphOperation {
    private final Webhooks webhooks;

    SetUsername(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.POST, ObjectKind.PHONE_NUMBER, "username");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        var name = Username.checked(call.world(), call.number(), call.required("username"));
        Numbers.of(call.world()).of(call.number()).nameUser(Optional.of(name));
        var value = Json.object()
                .put("display_phone_number", call.number().digits())
                .put("username", name)
                .put("status", "approved");
        webhooks.tell(
                call.world(),
                new Update(
                        "business_username_update",
                        value,
                        "username " + name,
                        call.number().id(),
                        ""));
        return Future.succeededFuture(Json.object().put("success", true));
    }
}
