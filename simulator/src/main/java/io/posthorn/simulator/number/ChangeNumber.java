package io.posthorn.simulator.number;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.GraphRoute;
import io.posthorn.simulator.graph.ObjectKind;
import io.posthorn.simulator.outbound.Handshake;
import io.posthorn.simulator.webhook.Subscriptions;
import io.posthorn.simulator.webhook.Update;
import io.posthorn.simulator.webhook.Webhooks;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** {@code POST /{number}}: the PIN, or where the number's own webhooks go. */
@ApplicationScoped
class ChangeNumber implements GraphOperation {
    private static final int LONGEST_CALLBACK = 200;

    private final Handshake handshake;
    private final Webhooks webhooks;

    ChangeNumber(Handshake handshake, Webhooks webhooks) {
        this.handshake = handshake;
        this.webhooks = webhooks;
    }

    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.POST, ObjectKind.PHONE_NUMBER, "");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        var hook = call.parameters().path("webhook_configuration");
        if (call.parameters().has("pin")) {
            changePin(call);
        } else if (hook.isMissingNode()) {
            throw GraphError.of(100, "The parameter pin or webhook_configuration is required.")
                    .failure();
        }
        return hook.isMissingNode() ? success() : override(call, hook);
    }

    private void changePin(GraphCall call) {
        var pin = Pin.of(call);
        var state = Numbers.of(call.world()).of(call.number());
        synchronized (state) {
            state.registration().changePin(pin);
        }
        var value = Json.object()
                .put("display_phone_number", call.number().digits())
                .put("event", "PIN_CHANGED");
        webhooks.tell(
                call.world(),
                new Update(
                        "security",
                        value,
                        "pin " + call.objectId(),
                        call.number().id(),
                        ""));
    }

    private Future<JsonNode> override(GraphCall call, JsonNode hook) {
        var url = hook.path("override_callback_uri").asText("");
        var subscriptions = Subscriptions.of(call.world());
        if (url.isEmpty()) {
            subscriptions.callNumber(call.app().id(), call.objectId(), Optional.empty());
            return success();
        }
        if (url.length() > LONGEST_CALLBACK) {
            throw GraphError.of(
                            100,
                            "Param override_callback_uri must be at most %d characters long."
                                    .formatted(LONGEST_CALLBACK))
                    .failure();
        }
        var verifyToken = hook.path("verify_token").asText("");
        if (verifyToken.isEmpty()) {
            throw GraphError.of(100, "The parameter verify_token is required.").failure();
        }
        return handshake.refusal(url, verifyToken).compose(refusal -> {
            refusal.ifPresent(ChangeNumber::refuse);
            subscriptions.callNumber(call.app().id(), call.objectId(), Optional.of(url));
            return success();
        });
    }

    private static void refuse(String reason) {
        throw GraphError.of(2200, "Callback verification failed with the following errors: " + reason)
                .failure();
    }

    private static Future<JsonNode> success() {
        return Future.succeededFuture(Json.object().put("success", true));
    }
}
