package io.posthorn.simulator.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.customer.Customers;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.graph.GraphFailure;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.GraphRoute;
import io.posthorn.simulator.graph.ObjectKind;
import io.posthorn.simulator.world.World;
import io.quarkus.arc.All;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** {@code POST /{phone-number-id}/messages}: sends, and read receipts. There is no key: the same call sends twice. */
@ApplicationScoped
class SendMessage implements GraphOperation {
    private final MessageTypes types;
    private final List<SendRule> rules;
    private final MessageLife life;

    SendMessage(MessageTypes types, @All List<SendRule> rules, MessageLife life) {
        this.types = types;
        this.rules = rules;
        this.life = life;
    }

    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.POST, ObjectKind.PHONE_NUMBER, "messages");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        call.requireProduct();
        var answer = call.parameters().has("status") ? markRead(call.world(), call.parameters()) : send(call);
        return Future.succeededFuture(answer);
    }

    private JsonNode send(GraphCall call) {
        try {
            return send(call.world(), Outgoing.of(call.world(), call.number(), call.parameters(), types));
        } catch (GraphFailure failure) {
            throw OlderVersions.as(call, failure);
        }
    }

    private JsonNode send(World world, Outgoing outgoing) {
        rules.stream()
                .map(rule -> rule.refusal(world, outgoing))
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(refusal -> {
                    throw refusal.failure();
                });
        var composition = outgoing.type().compose(world, outgoing);
        var message = accept(world, outgoing, composition);
        life.begin(world, message);
        return accepted(message);
    }

    private static SentMessage accept(World world, Outgoing outgoing, Composition composition) {
        var wamid = world.nextMessageId(outgoing.recipient().waId());
        var at = world.clock().now().toString();
        var message = new SentMessage(wamid, outgoing, composition, at);
        Customers.of(world)
                .wereSent(
                        message.phoneNumberId(),
                        message.customer(),
                        !outgoing.recipient().isByUserId());
        SentMessages.of(world).add(message, world.settings().captureLimit());
        return message;
    }

    private static ObjectNode accepted(SentMessage message) {
        var recipient = message.outgoing().recipient();
        var answer = Json.object().put("messaging_product", "whatsapp");
        answer.putArray("contacts")
                .addObject()
                .put("input", recipient.input())
                .put(
                        recipient.isByUserId() ? "user_id" : "wa_id",
                        recipient.isByUserId() ? recipient.input() : recipient.waId());
        var issued = answer.putArray("messages").addObject().put("id", message.wamid());
        var status = message.composition().held()
                ? "held_for_quality_assessment"
                : message.outgoing().type().answeredStatus();
        if (!status.isEmpty()) {
            issued.put("message_status", status);
        }
        return answer;
    }

    private static JsonNode markRead(World world, ObjectNode parameters) {
        var wamid = parameters.path("message_id").asText("");
        if (!parameters.path("status").asText("").equals("read")) {
            throw GraphError.of(100, "Param status must be one of {READ}.").failure();
        }
        if (wamid.isEmpty()) {
            throw GraphError.of(100, "The parameter message_id is required.").failure();
        }
        if (!Customers.of(world).markRead(wamid)) {
            throw GraphError.of(131009)
                    .withDetails("The message id is not known")
                    .failure();
        }
        return Json.object().put("success", true);
    }
}
