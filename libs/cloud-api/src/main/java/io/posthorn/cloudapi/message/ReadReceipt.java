package io.posthorn.cloudapi.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.cloudapi.part.Json;
import io.posthorn.cloudapi.rule.Violations;

/**
 * Shows the customer that everything up to this message was read and, if wanted, that somebody writes; that goes away with
 * the answer or after 25 seconds.
 */
public record ReadReceipt(String messageId, boolean typing) implements OutgoingBody {
    public ReadReceipt {
        Violations.enforce(found -> found.text("/message_id", "message_id", messageId, Envelope.MAX_WAMID));
    }

    @Override
    public ObjectNode toJson() {
        var body = Json.object()
                .put("messaging_product", "whatsapp")
                .put("status", "read")
                .put("message_id", messageId);
        if (typing) {
            body.set("typing_indicator", Json.object().put("type", "text"));
        }
        return body;
    }
}
