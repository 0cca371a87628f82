package io.posthorn.simulator.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.customer.ContactCard;
import io.posthorn.simulator.customer.Customers;
import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.webhook.MessagesValue;
import io.posthorn.simulator.world.WebhookForm;
import io.posthorn.simulator.world.World;

/** Writes the {@code value} of a status webhook, in the generation that the world is set to. */
final class StatusJson {
    private static final String HELP =
            "https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes";
    private static final int WINDOW_SECONDS = 24 * 3600;

    private StatusJson() {}

    static ObjectNode progress(World world, SentMessage message, String status) {
        var value = MessagesValue.begin(world, message.phoneNumberId());
        var card = Customers.of(world).card(message.phoneNumberId(), message.customer());
        var json = status(world, message, card, status);
        var price = Price.of(world, message);
        if (isModern(world)) {
            value.putArray("contacts").add(card.contact(!status.equals("sent")));
            card.userId().ifPresent(userId -> json.put("recipient_user_id", userId));
        }
        if (!isModern(world) || price.isByAd()) {
            addConversation(world, message, status, price, json);
        }
        addCallbackData(message, json);
        if (isPriced(status)) {
            price.addTo(json);
        }
        value.putArray("statuses").add(json);
        return value;
    }

    /** A failure carries its errors and neither contacts nor price, and no user id when it was sent to a phone number. */
    static ObjectNode failure(World world, SentMessage message, int code, String details) {
        var card = Customers.of(world).card(message.phoneNumberId(), message.customer());
        var json = status(world, message, card, "failed");
        if (!isToPhone(message)) {
            card.userId().ifPresent(userId -> json.put("recipient_user_id", userId));
        }
        addCallbackData(message, json);
        var title = GraphError.title(code);
        var error = json.putArray("errors")
                .addObject()
                .put("code", code)
                .put("title", title)
                .put("message", title);
        error.putObject("error_data").put("details", details);
        error.put("href", HELP);
        var value = MessagesValue.begin(world, message.phoneNumberId());
        value.putArray("statuses").add(json);
        return value;
    }

    private static ObjectNode status(World world, SentMessage message, ContactCard card, String status) {
        var json = Json.object()
                .put("id", message.wamid())
                .put("status", status)
                .put("timestamp", world.clock().seconds());
        if (isToPhone(message) || card.isDisclosed()) {
            json.put("recipient_id", message.customer());
        }
        card.identityKeyHash().ifPresent(hash -> json.put("recipient_identity_key_hash", hash));
        return json;
    }

    private static boolean isToPhone(SentMessage message) {
        return !message.outgoing().recipient().isByUserId();
    }

    private static void addCallbackData(SentMessage message, ObjectNode json) {
        message.outgoing().callbackData().ifPresent(data -> json.put("biz_opaque_callback_data", data));
    }

    private static void addConversation(World world, SentMessage message, String status, Price price, ObjectNode json) {
        var conversation =
                json.putObject("conversation").put("id", world.dice().digits(32, "conversation", message.wamid()));
        if (status.equals("sent")) {
            var end = world.clock().millis() / 1000 + WINDOW_SECONDS;
            conversation.put("expiration_timestamp", Long.toString(end));
        }
        conversation.putObject("origin").put("type", price.origin());
    }

    /** The price stands on sent and on one of delivered and read. */
    private static boolean isPriced(String status) {
        return status.equals("sent") || status.equals("delivered");
    }

    private static boolean isModern(World world) {
        return world.settings().webhooks().form() == WebhookForm.OF_2026;
    }
}
