package io.posthorn.simulator.number;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.Set;

/** {@code POST /{number}}: the PIN, or where the number's own webhooks go. */
@ApplicationScoped
class ChangeNumber implements GraphOperation {
    private static final int LONGEST_CALLBACK = 200;
    private static final Set<String> CHANGES = Set.of(
            "pin",
            "webhook_configuration",
            "webhook_url",
            "connection_status",
            "search_visibility",
            "whatsapp_business_api_data",
            "new_display_name",
            "username");

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
        var wishes = call.parameters();
        var hook = wishes.path("webhook_configuration");
        if (CHANGES.stream().noneMatch(wishes::has)) {
            throw GraphError.of(100, "The parameter pin or webhook_configuration is required.")
                    .failure();
        }
        requireOneOf(call, "connection_status", "CONNECTED|DISCONNECTED|MIGRATED|PENDING|DELETED|RATE_LIMITED");
        requireOneOf(call, "search_visibility", "VISIBLE|NON_VISIBLE");
        var pin = wishes.has("pin")
                ? wishes.path("pin")
                : wishes.path("whatsapp_business_api_data").path("pin");
        if (!pin.isMissingNode()) {
            changePin(call, Pin.checked(pin.asText()));
        }
        if (!call.parameter("username").isEmpty()) {
            nameUser(call);
        }
        if (!call.parameter("new_display_name").isBlank()) {
            tellOfNewName(call);
        }
        return hook.isMissingNode() ? success() : override(call, hook);
    }

    private static void requireOneOf(GraphCall call, String name, String words) {
        var value = call.parameter(name);
        if (!value.isEmpty() && !value.matches(words)) {
            throw GraphError.of(100, "Param %s must be one of {%s} - got \"%s\".".formatted(name, words, value))
                    .failure();
        }
    }

    private static void nameUser(GraphCall call) {
        var name = call.parameter("username");
        if (!name.matches("(?=.*[a-z])[a-z0-9._]{3,35}")) {
            throw GraphError.of(147001, "Param username is not valid.").failure();
        }
        Numbers.of(call.world()).of(call.number()).nameUser(Optional.of(name));
    }

    /** A new name is reviewed; nobody reviews here, so it stays asked for. */
    private void tellOfNewName(GraphCall call) {
        var value = Json.object()
                .put("display_phone_number", call.number().digits())
                .put("decision", "PENDING")
                .put("requested_verified_name", call.parameter("new_display_name"))
                .putNull("rejection_reason");
        tell(call, "phone_number_name_update", value, "name ");
    }

    private void changePin(GraphCall call, String pin) {
        var state = Numbers.of(call.world()).of(call.number());
        synchronized (state) {
            state.registration().changePin(pin);
        }
        var value = Json.object()
                .put("display_phone_number", call.number().digits())
                .put("event", "PIN_CHANGED");
        tell(call, "security", value, "pin ");
    }

    private void tell(GraphCall call, String field, ObjectNode value, String about) {
        webhooks.tell(
                call.world(),
                new Update(field, value, about + call.objectId(), call.number().id(), ""));
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
        var tls = call.world().settings().webhooks().tls().of(call.app().id());
        return handshake.refusal(url, tls, verifyToken).compose(refusal -> {
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
