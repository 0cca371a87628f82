package io.posthorn.simulator.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.directory.TokenType;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.GraphRoute;
import io.posthorn.simulator.graph.ObjectKind;
import io.posthorn.simulator.outbound.Handshake;
import io.posthorn.simulator.webhook.Subscriptions;
import io.posthorn.simulator.webhook.Subscriptions.AppCallback;
import io.posthorn.simulator.webhook.WebhookField;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code POST /{app}/subscriptions}, with the app's own token: where the app hears, and of which fields. */
@ApplicationScoped
class AppSubscription implements GraphOperation {
    static final String OBJECT = "whatsapp_business_account";
    private static final int NEEDS_APP_TOKEN = 15;

    private final Handshake handshake;

    AppSubscription(Handshake handshake) {
        this.handshake = handshake;
    }

    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.POST, ObjectKind.APP, "subscriptions");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        requireAppToken(call);
        if (!call.required("object").equals(OBJECT)) {
            throw GraphError.of(100, "Param object must be one of {WHATSAPP_BUSINESS_ACCOUNT}.")
                    .failure();
        }
        var callback = new AppCallback(call.required("callback_url"), fields(call));
        var tls = call.world().settings().webhooks().tls().of(call.app().id());
        return handshake
                .refusal(callback.url(), tls, call.required("verify_token"))
                .map(refusal -> {
                    refusal.ifPresent(AppSubscription::refuse);
                    Subscriptions.of(call.world()).callApp(call.app().id(), callback);
                    return Json.object().put("success", true);
                });
    }

    static void requireAppToken(GraphCall call) {
        if (call.token().type() != TokenType.APP) {
            throw GraphError.of(NEEDS_APP_TOKEN, "This method must be called with an app access_token.")
                    .withStatus(400)
                    .failure();
        }
    }

    /** Given as an array, or as names with commas between them. */
    private static Set<String> fields(GraphCall call) {
        var given = call.parameters().path("fields");
        var names = given.isArray()
                ? given.valueStream().map(JsonNode::asText)
                : Stream.of(given.asText("").split(","));
        var fields = names.map(String::trim)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        fields.stream()
                .filter(name -> !WebhookField.NAMES.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw GraphError.of(
                                    100,
                                    "Param fields[0] must be one of {%s} - got \"%s\"."
                                            .formatted(String.join(", ", WebhookField.NAMES), name))
                            .failure();
                });
        return fields;
    }

    private static void refuse(String reason) {
        throw GraphError.of(2200, "Callback verification failed with the following errors: " + reason)
                .failure();
    }
}
