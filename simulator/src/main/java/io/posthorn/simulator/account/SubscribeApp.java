package io.posthorn.simulator.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.GraphRoute;
import io.posthorn.simulator.graph.ObjectKind;
import io.posthorn.simulator.outbound.Handshake;
import io.posthorn.simulator.webhook.Subscriptions;
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
        var callback = call.parameter("override_callback_uri");
        if (callback.isEmpty()) {
            subscribe(call, Optional.empty());
            return success();
        }
        return override(call, callback, call.parameter("verify_token"));
    }

    private static void subscribe(GraphCall call, Optional<String> callback) {
        Subscriptions.of(call.world()).subscribe(call.app().id(), call.account().id(), callback);
    }

    private Future<JsonNode> override(GraphCall call, String callback, String verifyToken) {
        if (!Subscriptions.of(call.world())
                .isActive(call.app().id(), call.account().id())) {
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
        var tls = call.world().settings().webhooks().tls().of(call.app().id());
        return handshake.refusal(callback, tls, verifyToken).compose(refusal -> {
            refusal.ifPresent(SubscribeApp::refuse);
            subscribe(call, Optional.of(callback));
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
