package io.posthorn.simulator.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;
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
        var value = MessagesValue.begin(world);
        var json = status(world, message, status);
        if (isModern(world)) {
            var userId = Customers.of(world).userId(message.customer());
            value.putArray("contacts")
                    .add(Customers.of(world).contact(message.customer()).put("user_id", userId));
            json.put("recipient_user_id", userId);
        } else {
            addConversation(world, message, status, json);
        }
        addCallbackData(message, json);
        if (isPriced(status)) {
            addPricing(world, message, json);
        }
        value.putArray("statuses").add(json);
        return value;
    }

    /** A failure carries its errors and neither contacts nor price. */
    static ObjectNode failure(World world, SentMessage message, int code, String details) {
        var json = status(world, message, "failed");
        addCallbackData(message, json);
        var title = GraphError.title(code);
        var error = json.putArray("errors")
                .addObject()
                .put("code", code)
                .put("title", title)
                .put("message", title);
        error.putObject("error_data").put("details", details);
        error.put("href", HELP);
        var value = MessagesValue.begin(world);
        value.putArray("statuses").add(json);
        return value;
    }

    private static ObjectNode status(World world, SentMessage message, String status) {
        return Json.object()
                .put("id", message.wamid())
                .put("status", status)
                .put("timestamp", world.clock().seconds())
                .put("recipient_id", message.customer());
    }

    private static void addCallbackData(SentMessage message, ObjectNode json) {
        message.outgoing().callbackData().ifPresent(data -> json.put("biz_opaque_callback_data", data));
    }

    private static void addConversation(World world, SentMessage message, String status, ObjectNode json) {
        var conversation =
                json.putObject("conversation").put("id", world.dice().digits(32, "conversation", message.wamid()));
        if (status.equals("sent")) {
            var end = world.clock().millis() / 1000 + WINDOW_SECONDS;
            conversation.put("expiration_timestamp", Long.toString(end));
        }
        conversation.putObject("origin").put("type", message.composition().category());
    }

    /** Replies cost nothing, and utility templates neither while the customer's window is open. */
    private static void addPricing(World world, SentMessage message, ObjectNode json) {
        var category = message.composition().category();
        var free = category.equals("service")
                || category.equals("utility") && Customers.of(world).isWindowOpen(message.customer());
        json.putObject("pricing")
                .put("billable", !free)
                .put("pricing_model", "PMP")
                .put("type", free ? "free_customer_service" : "regular")
                .put("category", category);
    }

    /** The price stands on sent and on one of delivered and read. */
    private static boolean isPriced(String status) {
        return status.equals("sent") || status.equals("delivered");
    }

    private static boolean isModern(World world) {
        return world.settings().webhooks().form() == WebhookForm.OF_2026;
    }
}
