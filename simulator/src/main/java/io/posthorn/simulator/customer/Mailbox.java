package io.posthorn.simulator.customer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.webhook.MessagesValue;
import io.posthorn.simulator.webhook.Update;
import io.posthorn.simulator.webhook.Webhooks;
import io.posthorn.simulator.world.WebhookForm;
import io.posthorn.simulator.world.World;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets customers write to the business. */
@ApplicationScoped
public class Mailbox {
    private final Webhooks webhooks;
    private final InboundMessages messages;

    Mailbox(Webhooks webhooks, InboundMessages messages) {
        this.webhooks = webhooks;
        this.messages = messages;
    }

    /** Returns the new message's wamid. */
    String write(World world, String customer, WriteMessage writing, String origin) {
        return write(world, customer, messages.complete(world, customer, writing, origin));
    }

    /** Presses a quick reply of a message that the customer got. */
    public void press(World world, String customer, String wamid, JsonNode button) {
        write(world, customer, messages.press(world, wamid, button, new WriteMessage()));
    }

    private String write(World world, String customer, Inbound writing) {
        var wamid = world.nextMessageId(customer);
        var at = world.clock().now().toString();
        var customers = Customers.of(world);
        customers.wrote(new CustomerMessage(wamid, customer, writing.type(), writing.content(), at), writing.name());
        var value = MessagesValue.begin(world);
        value.putArray("contacts").add(contact(world, customer));
        value.putArray("messages").add(message(world, customer, wamid, writing));
        webhooks.tell(
                world,
                new Update(MessagesValue.FIELD, value, wamid, world.number().id(), customer));
        return wamid;
    }

    private static ObjectNode contact(World world, String customer) {
        var contact = Customers.of(world).contact(customer);
        return tellsUserIds(world) ? contact.put("user_id", Customers.of(world).userId(customer)) : contact;
    }

    private static ObjectNode message(World world, String customer, String wamid, Inbound writing) {
        var message = Json.object().put("from", customer);
        if (tellsUserIds(world)) {
            message.put("from_user_id", Customers.of(world).userId(customer));
        }
        message.put("id", wamid).put("timestamp", world.clock().seconds()).put("type", writing.type());
        writing.extras().forEach(message::set);
        message.set(writing.type(), writing.content());
        return message;
    }

    private static boolean tellsUserIds(World world) {
        return world.settings().webhooks().form() == WebhookForm.OF_2026;
    }
}
