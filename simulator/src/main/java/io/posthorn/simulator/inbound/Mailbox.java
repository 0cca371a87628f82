package io.posthorn.simulator.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.customer.ContactCard;
import io.posthorn.simulator.customer.CustomerMessage;
import io.posthorn.simulator.customer.Customers;
import io.posthorn.simulator.throughput.Throughput;
import io.posthorn.simulator.webhook.MessagesValue;
import io.posthorn.simulator.webhook.Update;
import io.posthorn.simulator.webhook.Webhooks;
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

    /** Presses a quick reply of a message that the customer got from the number. */
    public void press(World world, String phoneNumberId, String customer, String wamid, JsonNode button) {
        world.directory().number(phoneNumberId).ifPresent(number -> {
            var writing = new Writing(world, number, customer, new WriteMessage(), "");
            post(writing, InboundButton.press(writing, wamid, button));
        });
    }

    /** Returns the new message's wamid. */
    String write(Writing writing) {
        // as it was before: a message about a new number still comes from the old one
        var card = Customers.of(writing.world()).card(writing.number().id(), writing.customer());
        var message = messages.complete(writing);
        writing.wish().name().ifPresent(name -> Customers.of(writing.world()).name(writing.customer(), name));
        return post(writing, message, card);
    }

    private void post(Writing writing, Inbound message) {
        post(
                writing,
                message,
                Customers.of(writing.world()).card(writing.number().id(), writing.customer()));
    }

    private String post(Writing writing, Inbound message, ContactCard card) {
        var world = writing.world();
        var phoneNumberId = writing.number().id();
        Throughput.of(world).count(phoneNumberId);
        var wamid = world.nextMessageId(writing.customer());
        var value = MessagesValue.begin(world, phoneNumberId);
        if (messages.type(message.type()).map(type -> type.hasContact(message)).orElse(true)) {
            keep(writing, message, wamid);
            value.putArray("contacts").add(contact(writing, card));
        }
        value.putArray("messages").add(json(world, message, wamid, card));
        webhooks.tell(world, new Update(MessagesValue.FIELD, value, wamid, phoneNumberId, writing.customer()));
        return wamid;
    }

    private void keep(Writing writing, Inbound message, String wamid) {
        var world = writing.world();
        var kept = new CustomerMessage(
                wamid,
                writing.customer(),
                writing.number().id(),
                message.type(),
                message.content(),
                world.clock().now().toString());
        var opensWindow =
                messages.type(message.type()).map(InboundType::opensWindow).orElse(true);
        Customers.of(world).wrote(kept, opensWindow, message.extras().containsKey("referral"));
    }

    /** With the name that this message brings. */
    private static ObjectNode contact(Writing writing, ContactCard card) {
        var contact = card.contact(true);
        ((ObjectNode) contact.path("profile"))
                .put("name", Customers.of(writing.world()).name(writing.customer()));
        return contact;
    }

    private static ObjectNode json(World world, Inbound message, String wamid, ContactCard card) {
        var json = card.from();
        json.put("id", wamid).put("timestamp", world.clock().seconds()).put("type", message.type());
        message.extras().forEach(json::set);
        if (message.content() != null) {
            json.set(message.type(), message.content());
        }
        return json;
    }
}
