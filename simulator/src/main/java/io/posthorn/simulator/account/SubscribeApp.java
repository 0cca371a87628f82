package io.posthorn.simulator.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.GraphRoute;
import io.posthorn.simulator.graph.ObjectKind;
import io.posthorn.simulator.outbound.Handshake;
import io.posthorn.simulator.webhook.Subscription;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Subscribes the token's app. Without a body it takes the default callback, and removes an override. With an override
 * the app must already be subscribed, and the new address has to prove itself first: a refusal changes nothing.
 */
@ApplicationScoped
class SubscribeApp implements GraphOperation {
    private static final int LONGEST_CALLBACK = 200;

    private final Handshake handshake;

    SubscribeApp(Handshake handshake) {
        this.handshake = handshake;
    }

    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.POST, ObjectKind.ACCOUNT, "subscribed_apps");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        var subscription = Subscription.of(call.world());
        var callback = call.parameters().path("override_callback_uri").asText("");
        if (callback.isEmpty()) {
            subscription.subscribe(Optional.empty());
            return success();
        }
        return override(
                subscription, callback, call.parameters().path("verify_token").asText(""));
    }

    private Future<JsonNode> override(Subscription subscription, String callback, String verifyToken) {
        if (!subscription.isActive()) {
            throw GraphError.of(
                            100,
                            "Before override the current callback uri, your app must be subscribed to receive messages "
                                    + "for WhatsApp Business Account")
                    .failure();
        }
        if (verifyToken.isEmpty()) {
            throw GraphError.of(100, "The parameter verify_token is required.").failure();
        }
        if (callback.length() > LONGEST_CALLBACK) {
            throw GraphError.of(
                            100,
                            "Param override_callback_uri must be at most %d characters long."
                                    .formatted(LONGEST_CALLBACK))
                    .failure();
        }
        return handshake.refusal(callback, verifyToken).compose(refusal -> {
            refusal.ifPresent(SubscribeApp::refuse);
            subscription.subscribe(Optional.of(callback));
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
