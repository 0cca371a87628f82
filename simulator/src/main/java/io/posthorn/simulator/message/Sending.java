package io.posthorn.simulator.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.customer.Customers;
import io.posthorn.simulator.receipt.Typing;
import io.posthorn.simulator.world.World;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Accepts sends. There is no key: the same call sends twice. */
@ApplicationScoped
class Sending {
    private final List<SendRule> rules;
    private final Life life;

    Sending(@All List<SendRule> rules, Life life) {
        this.rules = rules;
        this.life = life;
    }

    ObjectNode send(World world, Outgoing outgoing) {
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
        var recipient = outgoing.recipient();
        var wamid = world.nextMessageId(recipient.waId());
        var at = world.clock().now().toString();
        var sent = SentMessages.of(world);
        var message =
                new SentMessage(wamid, sent.nextSubject(), outgoing, composition, Quote.drawnOn(world, outgoing), at);
        sent.add(message, world.settings().captureLimit());
        if (!recipient.isGroup()) {
            Customers.of(world).wereSent(message.phoneNumberId(), message.customer(), !recipient.isByUserId());
            Typing.of(world).stop(message.phoneNumberId(), message.customer());
        }
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
        if (recipient.isGroup()) {
            issued.put("group_id", recipient.waId());
        }
        var status = message.composition()
                .answeredStatus()
                .orElseGet(() -> message.outgoing().type().answeredStatus());
        if (!status.isEmpty()) {
            issued.put("message_status", status);
        }
        return answer;
    }
}
