package io.posthorn.simulator.life;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.customer.ContactCard;
import io.posthorn.simulator.customer.Customers;
import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.message.LaterFailure;
import io.posthorn.simulator.message.SentMessage;
import io.posthorn.simulator.webhook.MessagesValue;
import io.posthorn.simulator.world.WebhookForm;
import io.posthorn.simulator.world.World;

/** Writes the {@code value} of a status webhook, in the generation that the world is set to. */
final class StatusJson {
    private static final String HELP =
            "https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes";
    private static final int WINDOW_SECONDS = 24 * 3600;

    private final World world;
    private final SentMessage message;
    private final Step step;
    private final ContactCard card;
    private final ObjectNode json = Json.object();

    private StatusJson(World world, SentMessage message, Step step) {
        this.world = world;
        this.message = message;
        this.step = step;
        this.card = Customers.of(world)
                .card(message.phoneNumberId(), step.participant().orElse(message.customer()));
    }

    static ObjectNode of(World world, SentMessage message, Step step) {
        var status = new StatusJson(world, message, step);
        var value = MessagesValue.begin(world, message.phoneNumberId());
        if (step.failure().isPresent()) {
            status.fail(step.failure().get());
        } else {
            status.progress(value);
        }
        value.putArray("statuses").add(status.json);
        return value;
    }

    private void progress(ObjectNode value) {
        begin();
        if (isModern()) {
            if (!isOfGroup() || step.participant().isPresent()) {
                value.putArray("contacts").add(card.contact(!step.status().equals("sent")));
            }
        }
        var price = Price.of(world, message);
        if (!isModern() || price.isByAd()) {
            addConversation(price);
        }
        if (isPriced()) {
            price.addTo(json);
        }
    }

    /** A failure carries its errors and neither contacts nor price. */
    private void fail(LaterFailure failure) {
        begin();
        var title = GraphError.title(failure.code());
        var error = json.putArray("errors")
                .addObject()
                .put("code", failure.code())
                .put("title", title)
                .put("message", title);
        error.putObject("error_data").put("details", failure.details());
        error.put("href", HELP);
    }

    private void begin() {
        json.put("id", message.wamid())
                .put("status", step.status())
                .put("timestamp", world.clock().seconds());
        var recipient = message.outgoing().recipient();
        if (isOfGroup()) {
            json.put("recipient_id", message.customer()).put("recipient_type", "group");
            step.participant().ifPresent(this::addParticipant);
        } else {
            if (!recipient.isByUserId() || card.isDisclosed()) {
                json.put("recipient_id", message.customer());
            }
            if (step.failure().isEmpty() || recipient.isByUserId()) {
                card.userId().ifPresent(userId -> json.put("recipient_user_id", userId));
            }
        }
        card.identityKeyHash().ifPresent(hash -> json.put("recipient_identity_key_hash", hash));
        message.outgoing().callbackData().ifPresent(data -> json.put("biz_opaque_callback_data", data));
    }

    private void addParticipant(String customer) {
        json.put("recipient_participant_id", customer);
        card.userId().ifPresent(userId -> json.put("recipient_participant_user_id", userId));
    }

    private void addConversation(Price price) {
        var conversation =
                json.putObject("conversation").put("id", world.dice().digits(32, "conversation", message.subject()));
        if (step.status().equals("sent")) {
            var end = world.clock().millis() / 1000 + WINDOW_SECONDS;
            conversation.put("expiration_timestamp", Long.toString(end));
        }
        conversation.putObject("origin").put("type", price.origin());
    }

    /** The price stands on sent and on one of delivered and read. */
    private boolean isPriced() {
        return step.status().equals("sent")
                || step.status().equals("delivered")
                || step.status().equals("read") && !message.has("DELIVERED");
    }

    private boolean isOfGroup() {
        return message.outgoing().recipient().isGroup();
    }

    private boolean isModern() {
        return world.settings().webhooks().form() == WebhookForm.OF_2026;
    }
}
